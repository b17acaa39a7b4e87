package dev.belay.template.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.testkit.JsonLines;
import dev.belay.testkit.Shared;
import dev.belay.testkit.TarArchive;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/**
 * Microsoft's engine as the judge: real templates, one rule of the document each, and random ones.
 * The floors are what was reached; they only rise.
 */
class EngineExpansionsTest {

    private static final int REAL = 2222;
    private static final int DOCUMENTS = 5197;
    private static final int RANDOM = 5366;

    @Test
    void real_templates_expand_as_in_microsofts_engine() {
        TarArchive archive = TarArchive.read(Shared.path("data/template/templates.tar.gz"));
        List<JsonObject> lines =
                JsonLines.read(Shared.path("data/template/engine/expansions.jsonl.gz"));

        Measure measure = Measure.of("expansions", lines.stream().map(line -> real(line, archive)));

        assertThat(measure.right()).as(measure.report()).isGreaterThanOrEqualTo(REAL);
    }

    @Test
    void each_rule_of_the_document_is_as_in_microsofts_engine() {
        List<JsonObject> lines =
                JsonLines.read(Shared.path("data/template/engine/documents.jsonl.gz"));

        Measure measure =
                Measure.of(
                        "documents",
                        lines.stream()
                                .filter(
                                        line ->
                                                line.textAt("/by")
                                                        .filter("engine"::equals)
                                                        .isPresent())
                                .map(EngineExpansionsTest::document));

        assertThat(measure.right()).as(measure.report()).isGreaterThanOrEqualTo(DOCUMENTS);
    }

    @Test
    void random_templates_expand_as_in_microsofts_engine() {
        List<JsonObject> lines =
                JsonLines.read(Shared.path("data/template/engine/random.jsonl.gz"));

        Measure measure = Measure.of("random", lines.stream().map(EngineExpansionsTest::document));

        assertThat(measure.right()).as(measure.report()).isGreaterThanOrEqualTo(RANDOM);
    }

    private static EngineRow real(JsonObject line, TarArchive archive) {
        String path = line.textAt("/template").orElseThrow();
        return new EngineRow(
                path,
                line.textAt("/scope").orElseThrow(),
                Stream.of(path, "templates/" + path)
                        .filter(archive.files()::containsKey)
                        .findFirst()
                        .map(archive::text)
                        .orElseThrow(),
                parameters(line),
                isNested(line),
                line.at("/expected").orElseThrow());
    }

    private static EngineRow document(JsonObject line) {
        Json template = line.at("/template").orElseThrow();
        return new EngineRow(
                line.textAt("/id").orElseThrow(),
                line.textAt("/scope").orElse("rg"),
                template.asText().orElseGet(() -> PythonJson.dumps(template)),
                parameters(line),
                isNested(line),
                line.at("/expected").orElseThrow());
    }

    private static boolean isNested(JsonObject line) {
        return line.textAt("/way").filter("nested"::equals).isPresent();
    }

    private static JsonObject parameters(JsonObject line) {
        return line.at("/parameters").flatMap(Json::asObject).orElse(Json.object());
    }
}
