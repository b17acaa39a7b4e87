package dev.belay.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.value.Value;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

class TemplatedTest {

    private static final Place HERE = new Place("belay.yaml", 3, 7);
    private static final String SECRET = "Zx;9'q\"";

    private final Values values =
            Values.of(inputs(), new Values.Run("r-1", "webshop"))
                    .withProvisioner("shop", map("host", Value.of("shop.example")))
                    .withStep(
                            step("look around", "look"),
                            map("token", Value.secure(Value.of(SECRET))),
                            "Succeeded");

    private static SequencedMap<String, Value> inputs() {
        var inputs = new LinkedHashMap<String, Value>();
        inputs.put("sku", Value.of("S1"));
        inputs.put("count", Value.of(3));
        inputs.put("tags", Value.of(JsonObject.of("a", Json.of(1))));
        inputs.put("password", Value.secure(Value.of(SECRET)));
        return inputs;
    }

    private static SequencedMap<String, Value> map(String name, Value value) {
        var map = new LinkedHashMap<String, Value>();
        map.put(name, value);
        return map;
    }

    private static Step step(String name, String id) {
        return new Step(
                name,
                id,
                new StepAct.Arm("shop"),
                Optional.empty(),
                Optional.empty(),
                Retry.NONE,
                false,
                HERE);
    }

    private Value resolve(String text) {
        return resolve(Json.of(text));
    }

    private Value resolve(Json json) {
        return new Templated(json, HERE).resolve(values);
    }

    @Test
    void a_text_that_is_one_expression_keeps_the_type_of_its_value() {
        assertThat(resolve("${{ inputs('count') }}")).isEqualTo(Value.of(3));
        assertThat(resolve("${{inputs('tags')}}"))
                .isEqualTo(Value.of(JsonObject.of("a", Json.of(1))));
        assertThat(resolve("${{ equals(inputs('sku'), 'S1') }}")).isEqualTo(Value.of(true));
        assertThat(resolve("${{ null() }}")).isEqualTo(Value.nullValue());
    }

    @Test
    void else_texts_are_joined() {
        assertThat(resolve("plan-${{ inputs('sku') }}-${{ inputs('count') }}"))
                .isEqualTo(Value.of("plan-S1-3"));
        assertThat(resolve(" ${{ inputs('count') }}")).isEqualTo(Value.of(" 3"));
        assertThat(resolve("${{ inputs('tags') }}${{ null() }}${{ true() }}"))
                .isEqualTo(Value.of("{\"a\":1}true"));
        assertThat(resolve("")).isEqualTo(Value.of(""));
    }

    @Test
    void braces_can_be_written_as_text_and_inside_apostrophes() {
        assertThat(resolve("a $${{ b }} ${{ 'c }} d' }}")).isEqualTo(Value.of("a ${{ b }} c }} d"));
        assertThat(resolve("[concat('a')] {{ x }} $ {"))
                .isEqualTo(Value.of("[concat('a')] {{ x }} $ {"));
        assertThat(resolve("${{ 'it''s }}' }}")).isEqualTo(Value.of("it's }}"));
    }

    @Test
    void expressions_see_the_run() {
        assertThat(resolve("${{ provisioners('shop').outputs.host }}"))
                .isEqualTo(Value.of("shop.example"));
        assertThat(resolve("${{ steps('look').status }} ${{ steps('look around').status }}"))
                .isEqualTo(Value.of("Succeeded Succeeded"));
        assertThat(resolve("${{ run().id }}/${{ toUpper(run().name) }}"))
                .isEqualTo(Value.of("r-1/WEBSHOP"));
    }

    @Test
    void all_texts_of_a_value_are_resolved_and_no_names() {
        Json json =
                JsonObject.of(
                        "list", Json.array(Json.of("${{ inputs('count') }}"), Json.of(1)),
                        "${{ x }}", Json.of(true));

        assertThat(resolve(json).known())
                .contains(
                        JsonObject.of(
                                "list", Json.array(Json.of(3), Json.of(1)),
                                "${{ x }}", Json.of(true)));
    }

    @Test
    void secrets_stay_secrets_whatever_is_made_of_them() {
        for (String text :
                new String[] {
                    "${{ inputs('password') }}",
                    "a ${{ inputs('password') }}",
                    "${{ base64(inputs('password')) }}",
                    "${{ steps('look').outputs.token }}",
                    "${{ length(inputs('password')) }}",
                }) {
            Value value = resolve(text);

            assertThat(value).as(text).isInstanceOf(Value.Secure.class);
            assertThat(value.toString()).doesNotContain("Zx");
        }
        assertThat(resolve("a ${{ inputs('password') }}").known()).contains(Json.of("a " + SECRET));
        Value object = resolve(JsonObject.of("p", Json.of("${{ inputs('password') }}")));
        assertThat(object.holdsSecret()).isTrue();
        assertThat(object.toString()).doesNotContain("Zx");
        assertThat(values.toString()).doesNotContain("Zx");
    }

    @Test
    void ids_of_resources_are_built_with_all_their_parts() {
        assertThat(
                        resolve(
                                "${{ resourceId('11111111-1111-1111-1111-111111111111', 'rg',"
                                        + " 'Microsoft.Web/sites', 'shop') }}"))
                .isEqualTo(
                        Value.of(
                                "/subscriptions/11111111-1111-1111-1111-111111111111"
                                        + "/resourceGroups/rg/providers/Microsoft.Web/sites/shop"));
    }

    @Test
    void what_the_run_does_not_know_is_a_fault_at_the_place_of_the_text() {
        assertThatThrownBy(() -> resolve("${{ provisioners('stall').outputs.x }}"))
                .isInstanceOf(WorkflowFault.class)
                .hasMessageContaining("belay.yaml:3:7")
                .hasMessageContaining("provisioners('stall')")
                .hasMessageContaining("Nothing was deployed yet");
        assertThatThrownBy(() -> resolve("${{ provisioners('shop').outputs.nothing }}"))
                .hasMessageContaining("available properties are 'host'");
        assertThatThrownBy(() -> resolve("${{ resourceGroup().location }}"))
                .isInstanceOf(WorkflowFault.class);
    }

    @Test
    void a_fault_never_shows_a_secret() {
        assertThatThrownBy(() -> resolve("${{ int(inputs('password')) }}"))
                .isInstanceOf(WorkflowFault.class)
                .satisfies(fault -> assertThat(fault.toString()).doesNotContain(SECRET));
        assertThatThrownBy(() -> resolve("${{ fail(concat('no ', inputs('password'))) }}"))
                .hasMessageContaining("no ***");
    }

    @Test
    void a_condition_is_true_or_false() {
        assertThat(new Templated(Json.of(true), HERE).holds(values)).isTrue();
        assertThat(new Templated(Json.of("${{ equals(1, 2) }}"), HERE).holds(values)).isFalse();
        assertThatThrownBy(
                        () ->
                                new Templated(Json.of("${{ inputs('password') }}"), HERE)
                                        .holds(values))
                .isInstanceOf(WorkflowFault.class)
                .hasMessageNotContaining("Zx");
        assertThatThrownBy(() -> new Templated(Json.of("${{ inputs('sku') }}"), HERE).holds(values))
                .hasMessageContaining("\"S1\"");
    }

    @Test
    void a_text_is_made_of_numbers_and_truth_values_too() {
        assertThat(new Templated(Json.of(3), HERE).resolveText(values)).isEqualTo(Value.of("3"));
        assertThat(new Templated(Json.of("${{ true() }}"), HERE).resolveText(values))
                .isEqualTo(Value.of("true"));
        assertThat(new Templated(Json.of("${{ inputs('password') }}"), HERE).resolveText(values))
                .isInstanceOf(Value.Secure.class);
    }
}
