package dev.belay.arm.error;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;

import java.util.Optional;

/** Errors of the providers whose resources lie above resource groups. */
public final class ScopeErrors {

    private ScopeErrors() {}

    /**
     * What a provider of its own words says where ARM would say {@code ResourceNotFound}; empty for
     * all others. Evidence: recorded, for exemptions inferred.
     */
    public static Optional<ArmError> notFound(ResourceId id) {
        return switch (id.type().folded()) {
            case "microsoft.management/managementgroups",
                    "microsoft.management/managementgroups/subscriptions",
                    "microsoft.management/managementgroups/settings" ->
                    error("NotFound", "'" + id.path() + "' not found");
            case "microsoft.authorization/policydefinitions" ->
                    error(
                            "PolicyDefinitionNotFound",
                            named("policy definition", id, "could not be"));
            case "microsoft.authorization/policysetdefinitions" ->
                    error(
                            "PolicySetDefinitionNotFound",
                            named("policy set definition", id, "could not be"));
            case "microsoft.authorization/policyassignments" ->
                    error("PolicyAssignmentNotFound", named("policy assignment", id, "is not"));
            case "microsoft.authorization/policyexemptions" ->
                    error("PolicyExemptionNotFound", named("policy exemption", id, "is not"));
            case "microsoft.authorization/roleassignments" ->
                    error("RoleAssignmentNotFound", named("role assignment", id, "is not"));
            case "microsoft.authorization/roledefinitions" ->
                    Optional.of(roleDefinitionDoesNotExist(id.name()));
            default -> Optional.empty();
        };
    }

    private static Optional<ArmError> error(String code, String message) {
        return Optional.of(ArmError.of(code, message));
    }

    private static String named(String what, ResourceId id, String verb) {
        return "The " + what + " '" + id.name() + "' " + verb + " found.";
    }

    /** Evidence: recorded. */
    public static ArmError roleDefinitionDoesNotExist(String id) {
        return ArmError.of(
                "RoleDefinitionDoesNotExist",
                "The specified role definition with ID '" + id + "' does not exist.");
    }
}
