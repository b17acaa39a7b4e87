package dev.belay.template.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.template.syntax.ParameterFile;
import dev.belay.template.syntax.ParameterValue;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.TemplateReader;
import dev.belay.testkit.Shared;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Collected cases: Microsoft's engine's and the documentation's. */
class ExpansionCasesTest {

    @Test
    void the_engines_cases_come_out_exactly() throws IOException {
        // Resources of an extension other than ARM are left out: they have no id.
        assertThat(misses("data/template/expansion-cases/engine"))
                .allMatch(miss -> miss.startsWith("snapshot-extension-resources: "))
                .hasSize(1);
    }

    @Test
    void the_documentations_cases_come_out_exactly() throws IOException {
        assertThat(misses("data/template/expansion-cases/docs")).isEmpty();
    }

    private static List<String> misses(String folder) throws IOException {
        List<String> misses = new ArrayList<>();
        try (Stream<Path> cases = Files.list(Shared.path(folder))) {
            for (Path each : cases.sorted().toList()) {
                difference(each).ifPresent(text -> misses.add(each.getFileName() + ": " + text));
            }
        }
        return misses;
    }

    private static Optional<String> difference(Path folder) throws IOException {
        Json facts = read(folder.resolve("expected.json"));
        Json expected = facts.at("/expected").orElseThrow();
        Reading reading = TemplateReader.read(Files.readString(folder.resolve("template.json")));
        if (!(reading instanceof Reading.Read(var template))) {
            return Optional.of(reading.toString());
        }
        Prediction.Result result = Expansion.predict(template, parameters(folder), context(facts));
        if (!(result instanceof Prediction.Result.Predicted(var prediction))) {
            return Optional.of(result.toString());
        }
        return resources(expected, prediction)
                .or(() -> names(expected, prediction))
                .or(() -> outputs(expected, prediction));
    }

    private static Optional<String> resources(Json expected, Prediction prediction) {
        Json ours = new JsonArray(new ArrayList<Json>(prediction.resources()));
        return expected.at("/predictedResources")
                .filter(wanted -> !wanted.equals(ours))
                .map(wanted -> ours.toText() + " instead of " + wanted.toText());
    }

    private static Optional<String> names(Json expected, Prediction prediction) {
        Json ours =
                new JsonArray(
                        prediction.resources().stream()
                                .map(resource -> resource.get("name").orElseThrow())
                                .toList());
        return expected.at("/resourceNames")
                .filter(wanted -> !wanted.equals(ours))
                .map(wanted -> ours.toText() + " instead of " + wanted.toText());
    }

    private static Optional<String> outputs(Json expected, Prediction prediction) {
        JsonObject wanted = expected.at("/outputs").flatMap(Json::asObject).orElse(Json.object());
        return wanted.members().entrySet().stream()
                .filter(
                        output ->
                                !prediction
                                        .outputs()
                                        .get(output.getKey())
                                        .equals(Optional.of(output.getValue())))
                .findFirst()
                .map(output -> prediction.outputs().toText() + " instead of " + wanted.toText());
    }

    private static SequencedMap<String, Json> parameters(Path folder) throws IOException {
        SequencedMap<String, Json> values = new LinkedHashMap<>();
        Path file = folder.resolve("parameters.json");
        if (Files.exists(file)
                && ParameterFile.read(Files.readString(file))
                        instanceof ParameterFile.Result.Read(var read)) {
            read.values()
                    .forEach(
                            (name, value) -> {
                                if (value instanceof ParameterValue.Literal(Json json)) {
                                    values.put(name, json);
                                }
                            });
        }
        return values;
    }

    private static DeploymentContext context(Json facts) {
        String subscription =
                facts.textAt("/context/subscriptionId")
                        .orElse("00000000-0000-0000-0000-000000000002");
        Optional<String> group = facts.textAt("/context/resourceGroup");
        boolean above = group.isEmpty() && facts.textAt("/context/subscriptionId").isPresent();
        return known(
                facts,
                EngineWorld.at(
                        above
                                ? new Scope.Subscription(subscription)
                                : new Scope.ResourceGroup(subscription, group.orElse("rg"))));
    }

    /** The context with no more known than the case says. */
    private static DeploymentContext known(Json facts, DeploymentContext context) {
        return new DeploymentContext(
                context.scope(),
                context.deploymentName(),
                context.location().map(here -> facts.textAt("/context/location").orElse(here)),
                context.mode(),
                facts.textAt("/context/tenantId").isPresent() ? context.tenant() : Json.object(),
                context.managementGroup(),
                facts.textAt("/context/tenantId").isPresent()
                        ? context.subscription()
                        : context.subscription().map(here -> here.without("tenantId")),
                facts.textAt("/context/location").isPresent()
                        ? context.resourceGroup()
                        : context.resourceGroup().map(group -> group.without("location")),
                context.environment(),
                context.deployer(),
                context.now(),
                context.seed());
    }

    private static Json read(Path file) throws IOException {
        return JsonReader.strict().read(Files.readString(file));
    }
}
