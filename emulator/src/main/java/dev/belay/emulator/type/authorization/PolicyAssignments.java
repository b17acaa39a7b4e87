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
 * {@code Microsoft.Authorization/policyAssignments}. Evidence: answers and missing definitions
 * recorded; that the definition stays and reaches the scope documented, texts partly inferred.
 */
public final class PolicyAssignments implements ResourceTypeBehavior {

    @Override
    public ResourceType type() {
        return PolicyReferences.ASSIGNMENT;
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        String asked = definition(Defaults.properties(change.sent()));
        boolean other =
                change.method() == Method.PUT
                        && change.before()
                                .map(stored -> definition(stored.properties()))
                                .filter(there -> !there.equalsIgnoreCase(asked))
                                .isPresent();
        return other
                ? PolicyReferences.refused(
                        400,
                        "InvalidPolicyDefinitionIdUpdate",
                        "The policy definition of the policy assignment '"
                                + change.id().name()
                                + "' cannot be changed.")
                : Optional.empty();
    }

    @Override
    public Optional<Refusal> refuseReferences(Change change, World world) {
        String asked = definition(Defaults.properties(change.sent()));
        if (change.method() != Method.PUT || asked.isEmpty()) {
            return Optional.empty();
        }
        boolean set = asked.toLowerCase(Locale.ROOT).contains("/policysetdefinitions/");
        if (!PolicyReferences.isThere(world, asked)) {
            return PolicyReferences.refused(
                    400,
                    set ? "PolicySetDefinitionNotFound" : "PolicyDefinitionNotFound",
                    "The policy assignment create request is invalid. The policy "
                            + (set ? "set " : "")
                            + "definition '"
                            + asked
                            + "' could not be found.");
        }
        return PolicyReferences.reaches(world, asked, change.id().scope())
                ? Optional.empty()
                : PolicyReferences.refused(
                        400,
                        "InvalidCreatePolicyAssignmentRequest",
                        "The policy definition specified in policy assignment '"
                                + change.id().name()
                                + "' is out of scope. Policy definitions should be specified only"
                                + " at or above the policy assignment scope.");
    }

    private static String definition(JsonObject properties) {
        return properties.find("policyDefinitionId").flatMap(Json::asText).orElse("");
    }

    @Override
    public JsonObject complete(Change change, World world) {
        String parent = change.id().parent().path();
        JsonObject body =
                Defaults.underProperties(
                        change.body(), JsonObject.of("enforcementMode", Json.of("Default")));
        JsonObject scoped =
                Defaults.withProperties(
                        body, JsonObject.of("scope", Json.of(parent.isEmpty() ? "/" : parent)));
        return PolicyMetadata.stamped(scoped, change, world);
    }
}
