package dev.belay.template.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.Template;
import dev.belay.template.syntax.TemplateReader;
import dev.belay.template.value.RuntimeRead;
import dev.belay.template.value.Value;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

class ExpansionTest {

    private static final String GROUP =
            "/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg";

    @Test
    void a_loop_becomes_one_resource_for_each_index() {
        Template template =
                template("'resources': [" + resource("[concat('s', copyIndex(1))]", LOOP) + "]");

        Expanded expanded = expanded(template);

        assertThat(expanded.resources())
                .extracting(resource -> resource.id().name())
                .containsExactly("s1", "s2", "s3");
    }

    @Test
    void a_serial_loop_waits_for_the_whole_batch_before() {
        Template template =
                template(
                        "'resources': ["
                                + resource(
                                        "[concat('s', copyIndex())]",
                                        "'copy': {'name': 'l', 'count': 5, 'mode': 'serial',"
                                                + " 'batchSize': 2},")
                                + "]");

        Expanded expanded = expanded(template);

        assertThat(expanded.resources().get(3).dependsOn())
                .extracting(id -> id.name())
                .containsExactly("s0", "s1");
        assertThat(expanded.resources().get(4).dependsOn())
                .extracting(id -> id.name())
                .containsExactly("s2", "s3");
    }

    @Test
    void a_resource_that_reads_another_waits_for_it() {
        Template template =
                template(
                        "'resources': ["
                                + resource(
                                        "reader",
                                        "'properties': {'v': \"[reference('read').value]\"},")
                                + ","
                                + resource("read", "")
                                + "]");

        Expanded expanded = expanded(template);

        assertThat(expanded.resources())
                .extracting(resource -> resource.id().name())
                .containsExactly("read", "reader");
        assertThat(expanded.resources().getLast().dependsOn())
                .extracting(id -> id.name())
                .containsExactly("read");
    }

    @Test
    void what_a_resource_reads_is_finished_with_the_hosts_answer() {
        Template template =
                template(
                        "'resources': ["
                                + resource("read", "")
                                + ","
                                + resource(
                                        "reader",
                                        "'properties': {'v': \"[reference('read').value]\"},")
                                + "]");
        Value body = expanded(template).resources().getLast().body();
        DeploymentContext context = context();

        Finished first = Expansion.finish(body, context, Answers.none());

        assertThat(first).isInstanceOf(Finished.Needs.class);
        RuntimeRead read = ((Finished.Needs) first).reads().iterator().next();
        Json got = json("{'properties': {'value': 'seen'}}");
        Finished second =
                Expansion.finish(body, context, Answers.none().with(read, new Answer.Found(got)));
        assertThat(((Finished.Ready) second).json().textAt("/properties/v")).contains("seen");
    }

    @Test
    void a_resource_whose_condition_is_false_is_left_out_and_not_waited_for() {
        Template template =
                template(
                        "'resources': ["
                                + resource("off", "'condition': false,")
                                + ","
                                + resource("on", "'dependsOn': ['off'],")
                                + "]");

        Expanded expanded = expanded(template);

        assertThat(expanded.resources()).hasSize(1);
        assertThat(expanded.resources().getFirst().dependsOn()).isEmpty();
        assertThat(Preflight.check(template, expanded)).isEmpty();
    }

    @Test
    void new_guids_and_the_time_in_defaults_are_made_once_and_again_the_same() {
        Template template =
                template(
                        "'parameters': {'g': {'type': 'string', 'defaultValue': '[newGuid()]'},"
                                + " 't': {'type': 'string', 'defaultValue': '[utcNow()]'}},"
                                + " 'resources': ["
                                + resource("[parameters('g')]", "")
                                + "]");

        Expanded once = expanded(template);
        Expanded again = expanded(template);

        assertThat(once.parameters()).isEqualTo(again.parameters());
        assertThat(parameter(once, "g").fromDefault()).isTrue();
        assertThat(once.resources().getFirst().id().name())
                .isEqualTo(parameter(once, "g").value().known().orElseThrow().asText().get());
        assertThat(parameter(once, "t").value().known()).contains(Json.of("20260102T030405Z"));
    }

    @Test
    void a_nested_deployment_to_another_group_gives_the_ids_there() {
        Template template =
                template(
                        "'resources': [{'type': 'Microsoft.Resources/deployments', 'apiVersion':"
                            + " '2022-09-01', 'name': 'inner', 'resourceGroup': 'other',"
                            + " 'properties': {'mode': 'Incremental',"
                            + " 'expressionEvaluationOptions': {'scope': 'inner'}, 'template': {"
                                + HEAD
                                + ", 'resources': ["
                                + resource("deep", "")
                                + "]}}}]");

        Expanded expanded = expanded(template);

        assertThat(expanded.resources()).hasSize(1);
        assertThat(expanded.resources().getFirst().nested()).isPresent();
        assertThat(expanded.everything())
                .extracting(resource -> resource.id().path())
                .containsExactly(GROUP.replace("/rg", "/other") + "/providers/A.B/c/deep");
    }

    @Test
    void a_linked_template_is_asked_for_and_then_expanded() {
        Template template =
                template(
                        "'resources': [{'type': 'Microsoft.Resources/deployments', 'apiVersion':"
                                + " '2022-09-01', 'name': 'linked', 'properties': {'mode':"
                                + " 'Incremental', 'templateLink': {'uri':"
                                + " 'https://a.example/t.json'}}}]");
        DocumentRef wanted = new DocumentRef.Uri("https://a.example/t.json");

        ExpansionResult first =
                Expansion.expand(template, Json.object().members(), context(), Answers.none());

        assertThat(((ExpansionResult.Needs) first).documents()).containsExactly(wanted);
        Answers answers =
                Answers.none()
                        .with(
                                wanted,
                                ("{" + HEAD + ", 'resources': [" + resource("far", "") + "]}")
                                        .replace('\'', '"'));
        ExpansionResult second =
                Expansion.expand(template, Json.object().members(), context(), answers);
        assertThat(((ExpansionResult.Done) second).expanded().everything())
                .extracting(resource -> resource.id().name())
                .containsExactly("far");
    }

    @Test
    void eight_hundred_copies_in_a_chain_take_no_quadratic_time() {
        Template template =
                template(
                        "'resources': ["
                                + resource(
                                        "[concat('s', copyIndex())]",
                                        "'copy': {'name': 'l', 'count': 800}, 'dependsOn':"
                                                + " [\"[concat('s', sub(copyIndex(), 1))]\"],")
                                + "]");

        Expanded expanded = expanded(template);

        assertThat(expanded.resources()).hasSize(800);
        assertThat(expanded.resources().getLast().dependsOn()).hasSize(1);
    }

    private static ExpandedParameter parameter(Expanded expanded, String name) {
        return Objects.requireNonNull(expanded.parameters().get(name));
    }

    private static final String HEAD =
            "'$schema':"
                + " 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',"
                + " 'contentVersion': '1.0.0.0'";

    private static final String LOOP = "'copy': {'name': 'l', 'count': 3},";

    static String resource(String name, String more) {
        return "{'type': 'A.B/c', 'apiVersion': '2020-01-01', "
                + more
                + " 'name': \""
                + name
                + "\"}";
    }

    static Template template(String sections) {
        return switch (TemplateReader.read("{" + HEAD + ", " + sections + "}")) {
            case Reading.Read(var template) -> template;
            case Reading.Refused(List<Diagnostic> diagnostics) ->
                    throw new AssertionError(diagnostics.toString());
        };
    }

    static Expanded expanded(Template template) {
        return expanded(template, Json.object());
    }

    static Expanded expanded(Template template, Json parameters) {
        ExpansionResult result =
                Expansion.expand(
                        template, ((JsonObject) parameters).members(), context(), Answers.none());
        assertThat(result).isInstanceOf(ExpansionResult.Done.class);
        return ((ExpansionResult.Done) result).expanded();
    }

    static Json json(String text) {
        return JsonReader.lenient().read(text);
    }

    static DeploymentContext context() {
        DeploymentContext engine =
                EngineWorld.at(
                        new Scope.ResourceGroup("00000000-0000-0000-0000-000000000002", "rg"));
        return new DeploymentContext(
                engine.scope(),
                engine.deploymentName(),
                engine.location(),
                engine.mode(),
                engine.tenant(),
                engine.managementGroup(),
                engine.subscription(),
                engine.resourceGroup(),
                Optional.of(JsonObject.of("name", Json.of("AzureCloud"))),
                Optional.of(Json.object()),
                Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
                Optional.of(new UUID(1, 2)));
    }
}
