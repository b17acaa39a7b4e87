package dev.belay.emulator.type.authorization;

import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code Microsoft.Authorization/policySetDefinitions}. Evidence: answers and missing definitions
 * recorded, else as {@link PolicyDefinitions}.
 */
public final class PolicySetDefinitions implements ResourceTypeBehavior {

    @Override
    public ResourceType type() {
        return PolicyReferences.SET;
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        return change.method() == Method.DELETE
                ? PolicyReferences.inUse(world, change.id(), "policy set definition")
                : PolicyDefinitions.changedParameters(change);
    }

    @Override
    public Optional<Refusal> refuseReferences(Change change, World world) {
        List<String> missing =
                definitions(change.sent()).stream()
                        .flatMap(row -> row.textAt("/policyDefinitionId").stream())
                        .filter(path -> !PolicyReferences.isThere(world, path))
                        .toList();
        if (change.method() != Method.PUT) {
            return Optional.empty();
        }
        return missing.isEmpty()
                ? PolicySetParameters.wrong(world, change.id().name(), change.sent())
                : PolicyReferences.refused(
                        400,
                        "PolicyDefinitionNotFound",
                        "The policy set definition '"
                                + change.id().name()
                                + "' request is invalid. The following policy definitions could not"
                                + " be found: '"
                                + missing.stream().collect(Collectors.joining(","))
                                + "'.");
    }

    static List<Json> definitions(JsonObject body) {
        return Defaults.properties(body)
                .find("policyDefinitions")
                .flatMap(Json::asArray)
                .map(JsonArray::items)
                .orElse(List.of());
    }

    @Override
    public JsonObject complete(Change change, World world) {
        JsonObject body = PolicyDefinitions.withDefaults(change.body(), Json.object());
        List<Json> rows = new ArrayList<>();
        for (Json row : definitions(body)) {
            rows.add(row instanceof JsonObject object ? named(object, change) : row);
        }
        JsonObject named =
                Defaults.withProperties(
                        body, JsonObject.of("policyDefinitions", new JsonArray(rows)));
        return PolicyMetadata.stamped(named, change, world);
    }

    /** Each gets a number by which it is called. Evidence: recorded; which one inferred. */
    private static JsonObject named(JsonObject row, Change change) {
        long hash = Integer.toUnsignedLong((change.id().folded() + row.toText()).hashCode());
        return row.find("policyDefinitionReferenceId").isPresent()
                ? row
                : row.with("policyDefinitionReferenceId", Json.of(Long.toString(hash)));
    }
}
