package dev.belay.template.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.LanguageEquality;
import dev.belay.template.value.NewValues;
import dev.belay.testkit.JsonLines;
import dev.belay.testkit.Shared;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every expression that Microsoft's own engine was asked, value or error text. */
class EngineFunctionsTest {

    /** As many of the engine's 7,293 cases as are answered alike; it may only rise. */
    private static final int FLOOR = 7_268;

    @Test
    void the_engines_expressions_are_answered_as_the_engine_answers_them() {
        List<JsonObject> cases =
                JsonLines.read(Shared.path("data/template/engine/functions.jsonl.gz"));

        List<String> misses = new ArrayList<>();
        cases.forEach(each -> miss(each).ifPresent(misses::add));

        assertThat(cases.size() - misses.size())
                .as(
                        "of %d; the first that differ:%n%s",
                        cases.size(),
                        String.join(
                                "\n",
                                misses.subList(
                                        0,
                                        Math.min(Integer.getInteger("misses", 20), misses.size()))))
                .isGreaterThanOrEqualTo(FLOOR);
    }

    /** What differs between our answer and the engine's. */
    static Optional<String> miss(JsonObject row) {
        String expression = row.textAt("/expression").orElseThrow();
        Optional<Json> value = row.get("value");
        String wanted = value.map(Json::toText).or(() -> row.textAt("/error")).orElse("");
        String got;
        try {
            Json shown = answer(row, expression);
            if (value.isPresent() && LanguageEquality.equal(value.get(), shown)) {
                return Optional.empty();
            }
            got = shown.toText();
        } catch (TemplateFault fault) {
            got = fault.diagnostic().message();
            if (value.isEmpty() && got.equals(wanted)) {
                return Optional.empty();
            }
        } catch (RuntimeException bug) {
            got = bug.toString();
        }
        return Optional.of(
                row.textAt("/id").orElse("")
                        + " "
                        + expression.substring(0, Math.min(150, expression.length()))
                        + "\n    want "
                        + wanted
                        + "\n    got  "
                        + got);
    }

    private static Json answer(JsonObject row, String expression) {
        PlainEnvironment environment = PlainEnvironment.at(row.textAt("/scope").orElse("rg"));
        Optional<Json> parameter = row.get("parameterDefault");
        if (parameter.isPresent()) {
            environment =
                    environment.withParameter(
                            "p",
                            Evaluator.evaluate(
                                    parameter.get(),
                                    environment.withNewValues(new NewValues.Kept())));
        }
        return Evaluator.evaluateText(expression, environment).shown();
    }
}
