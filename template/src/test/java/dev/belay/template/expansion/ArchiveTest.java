package dev.belay.template.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonReader;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.syntax.ParameterFile;
import dev.belay.template.syntax.ParameterValue;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.Template;
import dev.belay.template.syntax.TemplateReader;
import dev.belay.testkit.Shared;
import dev.belay.testkit.TarArchive;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The templates of the archive that come with a parameter file: each is read and expanded. */
class ArchiveTest {

    private static final double SHARE = 0.94;

    @Test
    void real_templates_with_their_parameter_files_expand_for_a_deployment() throws IOException {
        TarArchive archive = TarArchive.read(Shared.path("data/template/templates.tar.gz"));
        Json manifest =
                JsonReader.strict()
                        .read(
                                Files.readString(
                                        Shared.path("data/template/templates-manifest.json")));
        List<String> misses = new ArrayList<>();
        int all = 0;

        for (Json entry : manifest.asArray().orElseThrow()) {
            Optional<String> parameters = parameterFile(entry, archive);
            if (parameters.isPresent()) {
                all++;
                miss(archive, entry, parameters.get()).ifPresent(misses::add);
            }
        }

        assertThat(all).isGreaterThan(900);
        assertThat((all - misses.size()) / (double) all)
                .as(
                        (all - misses.size())
                                + " of "
                                + all
                                + "; first misses:\n"
                                + String.join("\n", misses.stream().limit(20).toList()))
                .isGreaterThanOrEqualTo(SHARE);
    }

    private static Optional<String> miss(TarArchive archive, Json entry, String parameters) {
        String id = entry.textAt("/id").orElseThrow();
        Optional<String> failure =
                switch (TemplateReader.read(archive.text(id))) {
                    case Reading.Refused(var diagnostics) -> Optional.of(text(diagnostics));
                    case Reading.Read(var template) -> expansion(template, entry, parameters);
                };
        return failure.map(text -> id + ": " + text);
    }

    private static Optional<String> expansion(Template template, Json entry, String parameters) {
        return switch (Expansion.expand(
                template, values(template, parameters), context(entry), Answers.unavailable())) {
            case ExpansionResult.Done _, ExpansionResult.Needs _ -> Optional.empty();
            case ExpansionResult.Rejected(var diagnostics) -> Optional.of(text(diagnostics));
        };
    }

    private static SequencedMap<String, Json> values(Template template, String text) {
        SequencedMap<String, Json> values = new LinkedHashMap<>();
        // Their defaults ask for deployment().properties.templateLink: made to be deployed by URI.
        for (String name : List.of("_artifactsLocation", "_artifactsLocationSasToken")) {
            if (template.parameters().containsKey(name)) {
                values.put(name, Json.of("https://artifacts.example/"));
            }
        }
        if (ParameterFile.read(text) instanceof ParameterFile.Result.Read(var file)) {
            file.values()
                    .forEach(
                            (name, value) ->
                                    values.put(
                                            name,
                                            switch (value) {
                                                case ParameterValue.Literal(Json json) -> json;
                                                case ParameterValue.KeyVaultReference _ ->
                                                        Json.of("a secret");
                                            }));
        }
        return values;
    }

    private static DeploymentContext context(Json entry) {
        return EngineWorld.at(
                switch (entry.textAt("/scope").orElse("resourceGroup")) {
                    case "subscription" ->
                            new Scope.Subscription("00000000-0000-0000-0000-000000000002");
                    case "managementGroup" -> new Scope.ManagementGroup("mg1");
                    case "tenant" -> Scope.TENANT;
                    default ->
                            new Scope.ResourceGroup("00000000-0000-0000-0000-000000000002", "rg");
                });
    }

    private static Optional<String> parameterFile(Json entry, TarArchive archive) {
        String id = entry.textAt("/id").orElseThrow();
        String group = id.substring(0, id.indexOf('/') + 1);
        return entry.at("/parametersFiles").flatMap(Json::asArray).orElse(JsonArray.EMPTY).stream()
                .flatMap(path -> path.asText().stream())
                .map(path -> group + path)
                .filter(archive.files()::containsKey)
                .findFirst()
                .map(archive::text);
    }

    private static String text(List<Diagnostic> diagnostics) {
        return diagnostics.getFirst().message();
    }
}
