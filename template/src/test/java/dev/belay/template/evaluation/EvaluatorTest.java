package dev.belay.template.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Carried;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.expression.ExpressionParser;
import dev.belay.template.value.Answers;
import dev.belay.template.value.NewValues;
import dev.belay.template.value.RuntimeRead;
import dev.belay.template.value.Value;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class EvaluatorTest {

    private static final String ID =
            "/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg/providers/A.B/c/d";
    private static final RuntimeRead READ = new RuntimeRead.Get(ID, "2020-01-01", false);

    private final PlainEnvironment environment =
            PlainEnvironment.at("rg").withResource("d", ID, "2020-01-01");

    @Test
    void a_reference_stays_with_the_id_and_version_of_its_resource() {
        Value value = Evaluator.evaluateText("[concat('a', reference('d').p)]", environment);

        assertThat(value.shown())
                .isEqualTo(Json.of("[concat('a', reference('" + ID + "', '2020-01-01').p)]"));
    }

    @Test
    void what_stayed_is_finished_with_answers_and_without_its_template() {
        Value planned =
                Evaluator.evaluateText(
                        "[if(equals(reference('d').p, 1), concat(variables('v'), parameters('p')),"
                                + " fail('x'))]",
                        environment);
        Json answer = JsonObject.of("p", Json.of(1));

        Value finished =
                Evaluator.finish(planned, bare().withPort(new Answers(Map.of(READ, answer))));

        assertThat(planned.isFinished()).isFalse();
        assertThat(finished).isEqualTo(Value.of("vvpv"));
    }

    @Test
    void a_read_without_an_answer_is_asked_for_and_a_branch_not_taken_is_not() {
        var answers = new Answers(Map.of());
        var asking = environment.withPort(answers);

        Evaluator.evaluateText("[if(false(), reference('d').p, 1)]", asking);
        assertThat(answers.asked()).isEmpty();

        Evaluator.evaluateText("[reference('d').p]", asking);
        assertThat(answers.asked()).containsExactly(READ);
    }

    @Test
    void a_branch_that_may_never_be_taken_asks_for_nothing() {
        var answers = new Answers(Map.of());

        Value value =
                Evaluator.evaluateText(
                        "[if(equals(reference('/x', '2').p, 1), reference('d').p, 1)]",
                        environment.withPort(answers));

        assertThat(answers.asked()).containsExactly(new RuntimeRead.Get("/x", "2", false));
        assertThat(value.shown().toText()).contains("reference('d').p");
    }

    @Test
    void what_is_made_of_a_secret_is_secret_and_does_not_print() {
        var secretive = environment.withParameter("s", Value.secure(Value.of("Zx;9")));

        Value value = Evaluator.evaluateText("[concat('a', parameters('s'))]", secretive);

        assertThat(value).isInstanceOf(Value.Secure.class);
        assertThat(value.known()).contains(Json.of("aZx;9"));
        assertThat(value.toString() + value.shown().toText() + value.asExpression())
                .doesNotContain("Zx;9");
    }

    @Test
    void a_carried_secret_prints_as_written_and_is_there_when_it_is_finished() {
        var shown = Call.of("parameters", new StringLiteral("s"));
        Value carried = new Value.Deferred(new Carried(Value.secure(Value.of("Zx;9")), shown));
        var secretive = environment.withParameter("s", carried);

        Value planned = Evaluator.evaluateText("[concat('a', parameters('s'))]", secretive);
        Value finished = Evaluator.finish(planned, bare());

        assertThat(planned.shown()).isEqualTo(Json.of("[concat('a', parameters('s'))]"));
        assertThat(planned.holdsSecret()).isTrue();
        assertThat(finished).isEqualTo(Value.secure(Value.of("aZx;9")));
    }

    @Test
    void an_action_answers_with_a_secret() {
        var read = new RuntimeRead.ListAction(ID, "listKeys", "2020-01-01", Optional.empty());
        var answers = new Answers(Map.of(read, JsonObject.of("k", Json.of("Zx;9"))));

        Value value =
                Evaluator.evaluateText(
                        "[listKeys('d', '2020-01-01').k]", environment.withPort(answers));

        assertThat(value).isEqualTo(Value.secure(Value.of("Zx;9")));
    }

    @Test
    void a_place_before_the_deployment_refuses_references_that_survive() {
        var early = environment.withoutRuntime();

        assertThat(Evaluator.evaluateText("[if(false(), reference('d'), 1)]", early))
                .isEqualTo(Value.of(1));
        assertThatThrownBy(() -> Evaluator.evaluateText("[reference('d')]", early))
                .isInstanceOf(TemplateFault.class)
                .hasMessageContaining("'reference' is not expected at this location");
    }

    @Test
    void new_values_are_made_where_they_are_given() {
        var uuid = UUID.fromString("00000000-0000-0000-0000-00000000000a");
        var given =
                environment.withNewValues(
                        new NewValues.Given(Instant.parse("2024-02-03T04:05:06Z"), () -> uuid));

        assertThat(Evaluator.evaluateText("[newGuid()]", given))
                .isEqualTo(Value.of(uuid.toString()));
        assertThat(Evaluator.evaluateText("[utcNow()]", given))
                .isEqualTo(Value.of("20240203T040506Z"));
    }

    @Test
    void objects_and_their_member_names_are_evaluated() {
        Json template =
                JsonReader.strict()
                        .read("{\"[concat('a', 1)]\": [\"[[x]\", \"[add(1, 2)]\", \" [x]\"]}");

        Value value = Evaluator.evaluate(template, environment);

        assertThat(value.known().orElseThrow().toText()).isEqualTo("{\"a1\":[\"[x]\",3,\" [x]\"]}");
    }

    @Test
    void two_brackets_without_a_closing_one_stay_as_in_the_live_service() {
        assertThat(Evaluator.evaluateText("[[abc", environment)).isEqualTo(Value.of("[[abc"));
    }

    @Test
    void five_hundred_calls_deep_is_no_problem_and_a_thousand_is_told() {
        String deep = "concat(".repeat(500) + "'a'" + ")".repeat(500);

        assertThat(Evaluator.evaluateText("[" + deep + "]", environment)).isEqualTo(Value.of("a"));
        assertThatThrownBy(() -> ExpressionParser.parse("concat(".repeat(9_000)))
                .isInstanceOf(TemplateFault.class);
    }

    @Test
    void the_service_takes_24576_characters() {
        assertThatThrownBy(
                        () ->
                                ExpressionParser.checkLength(
                                        "x".repeat(24_577), ExpressionParser.SERVICE_LIMIT))
                .hasMessage(
                        "The language expression length limit exceeded. Limit: '24576' and actual:"
                                + " '24577'.");
    }

    /** Nothing of the template is left: no parameters, no variables, no resources. */
    private static PlainEnvironment bare() {
        var full = PlainEnvironment.at("rg");
        return new PlainEnvironment(
                Map.of(), Map.of(), Map.of(), full.scope(), true, full.newValues(), full.port());
    }
}
