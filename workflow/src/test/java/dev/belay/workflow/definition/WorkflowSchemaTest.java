package dev.belay.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The published schema knows the same keys and words as the reader. */
class WorkflowSchemaTest {

    static final String FILE = "/dev/belay/workflow/definition/workflow.schema.json";

    private final JsonObject schema = JsonReader.strict().read(text()).asObject().orElseThrow();
    private int asserted;

    static String text() {
        try (InputStream in = WorkflowSchemaTest.class.getResourceAsStream(FILE)) {
            return new String(
                    Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void every_mapping_has_the_same_keys() {
        assertKeys("", Keys.WORKFLOW);
        assertKeys("/properties/target/anyOf/2", Keys.EMBEDDED_TARGET);
        assertKeys("/properties/target/anyOf/2/properties/embedded", Keys.EMBEDDED);
        assertKeys("/$defs/usedFile", Keys.USED_FILE);
        assertKeys("/$defs/input", Keys.INPUT);
        assertKeys("/$defs/provisioner", Keys.PROVISIONER);
        assertKeys("/$defs/provisioner/properties/blueprint", Keys.BLUEPRINT);
        assertKeys("/$defs/template", Keys.TEMPLATE);
        assertKeys("/$defs/template/properties/git", Keys.GIT);
        assertKeys("/$defs/scope", Keys.SCOPE);
        assertKeys("/$defs/parameters", Keys.PARAMETERS);
        assertKeys("/$defs/phase", Keys.PHASE);
        assertKeys("/$defs/retry", Keys.RETRY);
        for (String act : Keys.ACT_NAMES) {
            assertKeys("/$defs/" + act + "Step", Keys.step(act));
        }
        assertKeys("/$defs/shellStep/properties/shell/anyOf/1", Keys.SHELL);
        assertKeys("/$defs/httpStep/properties/http", Keys.HTTP);
        assertKeys("/$defs/httpStep/properties/http/properties/expect", Keys.EXPECT);
        assertKeys("/$defs/approvalStep/properties/approval", Keys.APPROVAL);
        assertThat(mappings(schema).size()).isEqualTo(asserted);
    }

    private void assertKeys(String pointer, List<String> keys) {
        asserted++;
        JsonObject mapping = schema.at(pointer).flatMap(Json::asObject).orElseThrow();
        assertThat(mapping.get("additionalProperties")).as(pointer).contains(Json.of(false));
        JsonObject properties = mapping.get("properties").flatMap(Json::asObject).orElseThrow();
        assertThat(properties.members().keySet())
                .as(pointer)
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    private static List<JsonObject> mappings(Json json) {
        var found = new ArrayList<JsonObject>();
        if (json instanceof JsonObject object) {
            if (object.get("properties").isPresent()) {
                found.add(object);
            }
            object.members().values().forEach(member -> found.addAll(mappings(member)));
        }
        json.asArray().ifPresent(items -> items.forEach(item -> found.addAll(mappings(item))));
        return found;
    }

    @Test
    void fixed_words_are_the_same() {
        assertWords("/$defs/input/properties/type", words(InputType.values(), InputType::written));
        assertWords(
                "/$defs/phase/properties/onFailure",
                words(FailureStrategy.values(), FailureStrategy::written));
        assertWords("/$defs/provisioner/properties/mode", List.of("Incremental", "Complete"));
        assertWords("/$defs/provisioner/properties/strategy", List.of("surgical", "complete"));
    }

    private static <E> List<String> words(E[] values, java.util.function.Function<E, String> word) {
        return Arrays.stream(values).map(word).toList();
    }

    private void assertWords(String pointer, List<String> words) {
        assertThat(schema.at(pointer + "/enum").flatMap(Json::asArray).orElseThrow().items())
                .containsExactlyElementsOf(words.stream().map(Json::of).toList());
    }

    @Test
    void every_key_is_described() {
        var bare = new ArrayList<String>();
        for (JsonObject mapping : mappings(schema)) {
            JsonObject properties = mapping.get("properties").flatMap(Json::asObject).orElseThrow();
            for (Map.Entry<String, Json> property : properties.members().entrySet()) {
                if (description(property.getValue()).isEmpty()) {
                    bare.add(property.getKey());
                }
            }
        }
        assertThat(bare).isEmpty();
    }

    private Optional<String> description(Json property) {
        return property.textAt("/description")
                .or(
                        () ->
                                property.textAt("/$ref")
                                        .flatMap(ref -> schema.at(ref.substring(1)))
                                        .flatMap(this::description));
    }
}
