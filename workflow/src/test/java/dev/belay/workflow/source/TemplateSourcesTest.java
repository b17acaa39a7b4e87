package dev.belay.workflow.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.ArmTransport;
import dev.belay.arm.wire.Headers;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Origin;
import dev.belay.client.retry.RetryRule;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.value.Value;
import dev.belay.workflow.definition.ParameterSource;
import dev.belay.workflow.definition.Place;
import dev.belay.workflow.definition.TemplateSource;
import dev.belay.workflow.definition.Templated;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.definition.WorkflowFault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

class TemplateSourcesTest {

    private static final Place HERE = new Place("belay.yaml", 1, 1);
    private static final String SPEC =
            "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/"
                    + "Microsoft.Resources/templateSpecs/shop/versions/1.0";

    @TempDir Path folder;

    private final Values values = Values.of(inputs(), new Values.Run("r-1", "shop"));

    private static SequencedMap<String, Value> inputs() {
        var inputs = new LinkedHashMap<String, Value>();
        inputs.put("stage", Value.of("test"));
        inputs.put("password", Value.secure(Value.of("Zx;9")));
        return inputs;
    }

    private static Templated text(String text) {
        return new Templated(Json.of(text), HERE);
    }

    private Fetched fetch(TemplateSource source, ArmTransport arm) {
        var client = new ArmClient(arm, Origin.PUBLIC, _ -> {}, RetryRule.USUAL);
        try (var sources =
                new TemplateSources(
                        new DiskFiles(folder),
                        folder,
                        client,
                        Duration.ofSeconds(10),
                        GitPins.NONE)) {
            return sources.fetch(source, values);
        }
    }

    private Fetched fetch(TemplateSource source) {
        return fetch(
                source,
                request -> {
                    throw new AssertionError("ARM was asked: " + request);
                });
    }

    private static ArmTransport answering(int status, String body) {
        return request -> {
            assertThat(request.uri().toString()).isEqualTo(SPEC + "?api-version=2022-02-01");
            return new ArmResponse(status, Headers.NONE, body);
        };
    }

    @Test
    void a_file_is_read_as_it_is() throws IOException {
        Files.writeString(folder.resolve("test.json"), "{} // 1.10");

        assertThat(fetch(new TemplateSource.OfFile(text("${{ inputs('stage') }}.json"))))
                .isInstanceOfSatisfying(
                        Fetched.Template.class,
                        template -> {
                            assertThat(template.text()).isEqualTo("{} // 1.10");
                            assertThat(template.origin()).isEqualTo("test.json");
                        });
        assertThat(fetch(new TemplateSource.OfFile(text("gone.json"))))
                .isEqualTo(Fetched.Unavailable.of("There is no template 'gone.json'."));
    }

    @Test
    void files_that_are_no_text_are_refused() throws IOException {
        Files.write(folder.resolve("bytes.json"), new byte[] {(byte) 0xff});
        Files.createDirectory(folder.resolve("folder.json"));

        assertThat(fetch(new TemplateSource.OfFile(text("bytes.json"))))
                .isInstanceOf(Fetched.Unavailable.class);
        assertThat(fetch(new TemplateSource.OfFile(text("folder.json"))))
                .isInstanceOf(Fetched.Unavailable.class);
        assertThat(fetch(new TemplateSource.OfFile(text("nul\0.json"))))
                .isInstanceOf(Fetched.Unavailable.class);
    }

    @Test
    void an_inline_template_keeps_its_numbers() {
        var template = JsonObject.of("n", new dev.belay.json.JsonNumber("1.10"));

        assertThat(((Fetched.Template) fetch(new TemplateSource.Inline(template))).text())
                .isEqualTo("{\"n\":1.10}");
    }

    @Test
    void a_template_spec_is_read_from_arm() {
        String body =
                """
                {"id": "%s", "properties": {"mainTemplate": {"resources": [], "n": 1.10}}}
                """
                        .formatted(SPEC);

        Fetched fetched = fetch(new TemplateSource.OfSpec(text(SPEC)), answering(200, body));

        assertThat(((Fetched.Template) fetched).text()).isEqualTo("{\"resources\":[],\"n\":1.10}");
    }

    @Test
    void a_template_spec_that_is_missing_or_forbidden_is_said() {
        String missing =
                """
                {"error": {"code": "ResourceNotFound", "message": "The Resource 'x' was not found."}}
                """;
        String forbidden =
                """
                {"error": {"code": "AuthorizationFailed", "message": "No."}}
                """;

        assertThat(message(fetch(new TemplateSource.OfSpec(text(SPEC)), answering(404, missing))))
                .contains("There is no template spec");
        assertThat(message(fetch(new TemplateSource.OfSpec(text(SPEC)), answering(403, forbidden))))
                .contains("AuthorizationFailed");
        assertThat(message(fetch(new TemplateSource.OfSpec(text(SPEC)), answering(200, "{}"))))
                .contains("holds no template");
        assertThat(message(fetch(new TemplateSource.OfSpec(text("/subscriptions/x")))))
                .contains("not the id");
    }

    private static String message(Fetched fetched) {
        return ((Fetched.Unavailable) fetched).message();
    }

    @Test
    void parameters_take_arms_form_and_later_ones_win_whatever_their_case() throws IOException {
        Files.writeString(
                folder.resolve("test.parameters.json"),
                """
                {"parameters": {
                  "sku": {"value": "B1"}, "kept": {"value": "${{ literal }}"},
                  "key": {"reference": {"keyVault": {"id": "/v"}, "secretName": "s"}}}}
                """);
        var given = new LinkedHashMap<String, Templated>();
        given.put("SKU", text("S-${{ inputs('stage') }}"));
        given.put("password", text("${{ inputs('password') }}"));

        var result =
                ParameterValues.of(
                        List.of(
                                new ParameterSource.OfFile(
                                        text("${{ inputs('stage') }}.parameters.json")),
                                new ParameterSource.Values(given)),
                        new DiskFiles(folder),
                        values);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ParameterValues.Result.Complete.class,
                        complete -> {
                            assertThat(complete.parameters().toText())
                                    .isEqualTo(
                                            "{\"kept\":{\"value\":\"${{ literal }}\"},\"key\":"
                                                + "{\"reference\":{\"keyVault\":{\"id\":\"/v\"},"
                                                + "\"secretName\":\"s\"}},\"SKU\":{\"value\":"
                                                + "\"S-test\"},\"password\":{\"value\":\"Zx;9\"}}");
                            assertThat(complete.secret()).containsExactly("password");
                            assertThat(complete.toString()).doesNotContain("Zx");
                        });
    }

    @Test
    void a_parameter_file_that_is_not_there_is_said() {
        var result =
                ParameterValues.of(
                        List.of(new ParameterSource.OfFile(text("gone.json"))),
                        new DiskFiles(folder),
                        values);

        assertThat(result)
                .isEqualTo(
                        new ParameterValues.Result.Missing(
                                Fetched.Unavailable.of("There is no parameter file 'gone.json'.")));
    }

    @Test
    void an_expression_that_cannot_be_evaluated_is_a_fault_of_the_workflow() {
        assertThatThrownBy(() -> fetch(new TemplateSource.OfFile(text("${{ inputs('none') }}"))))
                .isInstanceOf(WorkflowFault.class)
                .hasMessageContaining("There is no input 'none'");
    }

    @Test
    void files_are_read_strictly_as_utf_8() throws IOException {
        Files.write(folder.resolve("a.json"), "ä".getBytes(StandardCharsets.UTF_8));

        assertThat(new DiskFiles(folder).read("a.json"))
                .isEqualTo(new dev.belay.workflow.definition.Files.FileText.Found("ä"));
    }
}
