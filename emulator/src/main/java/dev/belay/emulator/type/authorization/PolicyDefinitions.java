package dev.belay.emulator.type.authorization;

import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Locale;
import java.util.Optional;

/**
 * {@code Microsoft.Authorization/policyDefinitions}. Evidence: answers recorded; that parameters
 * are not taken away and definitions in use not deleted documented, texts inferred.
 */
public final class PolicyDefinitions implements ResourceTypeBehavior {

    @Override
    public ResourceType type() {
        return PolicyReferences.DEFINITION;
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        return change.method() == Method.DELETE
                ? PolicyReferences.inUse(world, change.id(), "policy definition")
                : changedParameters(change);
    }

    /** Parameters stay once they are there; new ones need a default. */
    static Optional<Refusal> changedParameters(Change change) {
        if (change.before().isEmpty()) {
            return Optional.empty();
        }
        JsonObject before = parameters(change.before().get().properties());
        JsonObject after = parameters(Defaults.properties(change.sent()));
        for (String name : before.members().keySet()) {
            if (after.find(name).isEmpty()) {
                return invalidUpdate("The parameter '" + name + "' cannot be removed.");
            }
        }
        for (var entry : after.members().entrySet()) {
            boolean fresh = before.find(entry.getKey()).isEmpty();
            boolean open =
                    entry.getValue().asObject().flatMap(p -> p.find("defaultValue")).isEmpty();
            if (fresh && open) {
                return invalidUpdate(
                        "The new parameter '" + entry.getKey() + "' has no default value.");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> invalidUpdate(String message) {
        return PolicyReferences.refused(400, "InvalidPolicyParameterUpdate", message);
    }

    private static JsonObject parameters(JsonObject properties) {
        return properties.find("parameters").flatMap(Json::asObject).orElse(Json.object());
    }

    @Override
    public JsonObject complete(Change change, World world) {
        return PolicyMetadata.stamped(
                withDefaults(change.body(), JsonObject.of("mode", Json.of("Indexed"))),
                change,
                world);
    }

    /** Custom, with the types of parameters capitalised: recorded. */
    static JsonObject withDefaults(JsonObject body, JsonObject defaults) {
        JsonObject filled =
                Defaults.underProperties(body, defaults.with("policyType", Json.of("Custom")));
        JsonObject parameters = parameters(Defaults.properties(filled));
        JsonObject typed = parameters;
        for (var entry : parameters.members().entrySet()) {
            Optional<String> type = entry.getValue().textAt("/type");
            if (type.isPresent() && entry.getValue() instanceof JsonObject parameter) {
                typed =
                        typed.with(
                                entry.getKey(),
                                parameter.with("type", Json.of(capitalised(type.get()))));
            }
        }
        return parameters.isEmpty()
                ? filled
                : Defaults.withProperties(filled, JsonObject.of("parameters", typed));
    }

    private static String capitalised(String type) {
        return type.isEmpty()
                ? type
                : type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    }
}
