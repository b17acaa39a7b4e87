package dev.belay.emulator.type.authorization;

import dev.belay.arm.ResourceId;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a policy set hands its definitions what they ask for. Evidence: recorded. */
final class PolicySetParameters {

    private PolicySetParameters() {}

    static Optional<Refusal> wrong(World world, String set, JsonObject body) {
        List<Json> rows = PolicySetDefinitions.definitions(body);
        return rows.stream()
                .flatMap(row -> undefined(world, set, row).stream())
                .findFirst()
                .or(() -> unused(set, body, rows));
    }

    private static Optional<Refusal> undefined(World world, String set, Json row) {
        Optional<StoredResource> definition =
                row.textAt("/policyDefinitionId").flatMap(ResourceId::parse).flatMap(world::find);
        if (definition.isEmpty()) {
            return Optional.empty();
        }
        JsonObject declared = object(definition.get().properties(), "parameters");
        List<String> unknown =
                row
                        .asObject()
                        .map(own -> object(own, "parameters"))
                        .orElse(Json.object())
                        .members()
                        .keySet()
                        .stream()
                        .filter(name -> declared.find(name).isEmpty())
                        .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : PolicyReferences.refused(
                        400,
                        "UndefinedPolicyParameter",
                        "The policy set definition '"
                                + set
                                + "' is attempting to assign the parameter(s) '"
                                + String.join(",", unknown)
                                + "' which are not defined in the policy definition '"
                                + definition.get().id().name()
                                + "'.");
    }

    private static Optional<Refusal> unused(String set, JsonObject body, List<Json> rows) {
        String used =
                rows.stream()
                        .map(Json::toText)
                        .collect(Collectors.joining())
                        .toLowerCase(Locale.ROOT);
        List<String> idle =
                object(Defaults.properties(body), "parameters").members().keySet().stream()
                        .filter(name -> !used.contains(use(name)))
                        .toList();
        return idle.isEmpty()
                ? Optional.empty()
                : PolicyReferences.refused(
                        400,
                        "UnusedPolicyParameters",
                        "The policy set '"
                                + set
                                + "' has defined parameters '"
                                + String.join(",", idle)
                                + "' which are not used in referenced policy definitions. Please"
                                + " either remove these parameters from the definition or ensure"
                                + " that they are used.");
    }

    private static String use(String parameter) {
        return "parameters('" + parameter.toLowerCase(Locale.ROOT) + "')";
    }

    private static JsonObject object(JsonObject body, String name) {
        return body.find(name).flatMap(Json::asObject).orElse(Json.object());
    }
}
