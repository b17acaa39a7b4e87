package dev.belay.template.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.LanguageEquality;
import dev.belay.testkit.Shared;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The collected cases of engine, live service, documentation and peers. */
class FunctionCasesTest {

    /** Cases of the three authorities that are answered as they say; it may only rise. */
    private static final int FLOOR = 162;

    /** Cases of peers that are answered as they say; peers are often wrong. */
    private static final int PEER_FLOOR = 525;

    @Test
    void engine_service_and_documentation_are_followed() throws IOException {
        check("engine azure docs", FLOOR);
    }

    @Test
    void peers_are_followed_where_the_engine_does_not_contradict_them() throws IOException {
        check("peer", PEER_FLOOR);
    }

    private static void check(String authorities, int floor) throws IOException {
        String text = Files.readString(Shared.path("data/template/function-cases.json"));
        List<JsonObject> cases =
                JsonReader.strict().read(text).at("/cases").flatMap(Json::asArray).stream()
                        .flatMap(JsonArray::stream)
                        .map(JsonObject.class::cast)
                        .filter(each -> applies(each, authorities))
                        .toList();
        List<String> misses = new ArrayList<>();

        cases.forEach(each -> miss(each).ifPresent(misses::add));

        assertThat(cases.size() - misses.size())
                .as(
                        "right of %d; the first that differ:%n%s",
                        cases.size(),
                        String.join(
                                "\n",
                                misses.subList(
                                        0,
                                        Math.min(Integer.getInteger("misses", 20), misses.size()))))
                .isGreaterThanOrEqualTo(floor);
    }

    private static boolean applies(JsonObject row, String authorities) {
        boolean contradicted =
                row.get("engineAgrees").filter(Json.of(false)::equals).isPresent()
                        && row.textAt("/authority").filter("peer"::equals).isPresent();
        return row.textAt("/kind").filter("expression"::equals).isPresent()
                && row.get("context").isEmpty()
                && !contradicted
                && authorities.contains(row.textAt("/authority").orElseThrow());
    }

    private static Optional<String> miss(JsonObject row) {
        String expression = row.textAt("/expression").orElseThrow();
        String got;
        boolean right;
        try {
            Json shown = Evaluator.evaluateText(expression, PlainEnvironment.at("rg")).shown();
            got = shown.toText();
            right =
                    row.get("expected")
                            .filter(wanted -> LanguageEquality.equal(wanted, shown))
                            .isPresent();
        } catch (TemplateFault fault) {
            got = fault.diagnostic().message();
            right = rightError(row, got);
        } catch (RuntimeException bug) {
            got = bug.toString();
            right = false;
        }
        return right
                ? Optional.empty()
                : Optional.of(
                        "%s %s%n    want %s%n    got  %s"
                                .formatted(
                                        row.textAt("/id").orElse(""),
                                        expression,
                                        row.get("expected")
                                                .map(Json::toText)
                                                .orElse("error " + row.textAt("/errorMessage")),
                                        got));
    }

    // The links in the service's texts changed over the years: texts are compared up to them.
    private static boolean rightError(JsonObject row, String got) {
        return row.get("expectError").isPresent()
                && row.textAt("/errorContains").filter(part -> !got.contains(part)).isEmpty()
                && row.textAt("/errorMessage")
                        .filter(whole -> !whole.contains(got.replaceAll(" Please see https.*", "")))
                        .isEmpty();
    }
}
