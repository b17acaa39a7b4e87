package dev.belay.template.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.json.Json;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.value.Value;
import dev.belay.testkit.Shared;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class TypeCheckerTest {

    @Test
    void every_collected_value_is_accepted_or_refused_as_documented() throws IOException {
        String text = Files.readString(Shared.path("data/template/typecheck-cases.json"));
        Json cases = JsonReader.strict().read(text).at("/cases").orElseThrow();
        List<String> misses = new ArrayList<>();

        for (Json each : cases.asArray().orElseThrow()) {
            boolean wanted = each.at("/accept").orElseThrow().equals(JsonBoolean.TRUE);
            if (accepts(each) != wanted) {
                misses.add(each.textAt("/id").orElseThrow());
            }
        }

        assertThat(misses).isEmpty();
    }

    @Test
    void a_wrong_kind_is_refused_with_arms_text_and_the_path() {
        JsonObject declaration =
                object(
                        "{\"type\": \"object\", \"properties\": {\"list\": {\"type\": \"array\","
                                + " \"items\": {\"type\": \"int\"}}}}");

        assertThatThrownBy(() -> check(declaration, object("{\"list\": [1, \"2\"]}")))
                .isInstanceOf(TemplateFault.class)
                .hasMessage(
                        "The provided value for the template parameter 'p.list[1]' is not valid."
                            + " Expected a value of type 'Integer', but received a value of type"
                            + " 'String'. Please see https://aka.ms/arm-create-parameter-file for"
                            + " usage details.");
    }

    @Test
    void what_only_the_deployment_knows_passes() {
        var checker = new TypeChecker(new Definitions(Map.of()), Subject.PARAMETER);

        checker.check(object("{\"type\": \"int\"}"), new Value.Deferred(Call.of("unknown")), "p");

        assertThat(checker).isNotNull();
    }

    private static boolean accepts(Json each) {
        try {
            check(
                    each.at("/definition").flatMap(Json::asObject).orElseThrow(),
                    each.at("/value").orElseThrow());
            return true;
        } catch (TemplateFault _) {
            return false;
        }
    }

    private static void check(JsonObject declaration, Json value) {
        JsonObject types =
                declaration.find("definitions").flatMap(Json::asObject).orElse(Json.object());
        new TypeChecker(new Definitions(types.members()), Subject.PARAMETER)
                .check(declaration, Value.of(value), "p");
    }

    private static JsonObject object(String text) {
        return (JsonObject) JsonReader.strict().read(text);
    }
}
