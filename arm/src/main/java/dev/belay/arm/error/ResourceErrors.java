package dev.belay.arm.error;

import static java.util.stream.Collectors.joining;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;

import java.util.Collection;
import java.util.List;

/**
 * Errors about single resources and resource groups, by ARM itself or by a provider, one method per
 * code. Evidence is named per method; "recorded" means a recording of real ARM.
 */
public final class ResourceErrors {

    private ResourceErrors() {}

    /** Evidence: recorded. */
    public static ArmError invalidResourceNamespace(String namespace) {
        return ArmError.of(
                "InvalidResourceNamespace",
                "The resource namespace '" + namespace + "' is invalid.");
    }

    /** Evidence: recorded. */
    public static ArmError invalidResourceType(String namespace, String apiVersion) {
        return ArmError.of(
                "InvalidResourceType",
                "The resource type could not be found in the namespace '"
                        + namespace
                        + "' for api version '"
                        + apiVersion
                        + "'.");
    }

    /** Evidence: recorded. */
    public static ArmError noRegisteredProviderFound(
            ResourceType type, String location, String apiVersion, Collection<String> supported) {
        return ArmError.of(
                "NoRegisteredProviderFound",
                "No registered resource provider found for location '"
                        + location
                        + "' and API version '"
                        + apiVersion
                        + "' for type '"
                        + type.unqualified()
                        + "'. The supported api-versions are '"
                        + String.join(", ", supported)
                        + "'. The supported locations are ''.");
    }

    /** Evidence: documented. */
    public static ArmError missingApiVersionParameter() {
        return ArmError.of(
                "MissingApiVersionParameter",
                "The api-version query parameter (?api-version=) is required for all requests.");
    }

    /** Evidence: recorded. */
    public static ArmError parentResourceNotFound(
            String verb, ResourceType type, ResourceId parent) {
        return ArmError.of(
                "ParentResourceNotFound",
                "Failed to perform '"
                        + verb
                        + "' on resource(s) of type '"
                        + type.unqualified()
                        + "', because the parent resource '"
                        + parent
                        + "' could not be found.");
    }

    /** Evidence: recorded. */
    public static ArmError scopeLocked(String scope, String verb, List<String> lockedScopes) {
        return ArmError.of(
                "ScopeLocked",
                "The scope '"
                        + scope
                        + "' cannot perform "
                        + verb
                        + " operation because following scope(s) are locked: "
                        + lockedScopes.stream()
                                .distinct()
                                .map(locked -> "'" + locked + "'")
                                .collect(joining(","))
                        + ". Please remove the lock and try again.");
    }

    /** Evidence: documented. */
    public static ArmError lockNotFound(String name) {
        return ArmError.of("LockNotFound", "The lock '" + name + "' could not be found.");
    }

    /** Evidence: documented. */
    public static ArmError subscriptionNotFound(String id) {
        return ArmError.of(
                "SubscriptionNotFound", "The subscription '" + id + "' could not be found.");
    }

    /** Evidence: documented (reports of the live service). */
    public static ArmError managementGroupNotFound(String name) {
        return ArmError.of(
                "ManagementGroupNotFound", "The management group '" + name + "' cannot be found.");
    }

    /** Evidence: recorded. */
    public static ArmError resourceGroupBeingDeleted(String name) {
        return ArmError.of(
                "ResourceGroupBeingDeleted",
                "The resource group '"
                        + name
                        + "' is in deprovisioning state and cannot perform this operation.");
    }

    /** Evidence: documented. */
    public static ArmError invalidResourceGroupLocation(String asked, String there) {
        return ArmError.of(
                "InvalidResourceGroupLocation",
                "Invalid resource group location '"
                        + asked
                        + "'. The Resource group already exists in location '"
                        + there
                        + "'.");
    }

    /** Evidence: recorded. */
    public static ArmError invalidResourceGroup(String name, String bad) {
        return ArmError.of(
                "InvalidResourceGroup",
                "The provided resource group name '"
                        + name
                        + "' has these invalid characters: '"
                        + bad
                        + "'. The name can only be a letter, digit, '-', '.', '(', ')' or '_'.");
    }

    /** Evidence: documented. */
    public static ArmError locationRequired() {
        return ArmError.of(
                "LocationRequired", "The location property is required for this definition.");
    }

    /** Evidence: documented. */
    public static ArmError invalidResourceLocation(
            String name, String there, String group, String asked) {
        return ArmError.of(
                "InvalidResourceLocation",
                "The resource '"
                        + name
                        + "' already exists in location '"
                        + there
                        + "' in resource group '"
                        + group
                        + "'. A resource with the same name cannot be created in location '"
                        + asked
                        + "'. Please select a new resource name.");
    }

    /** Evidence: recorded. */
    public static ArmError invalidRequestContent(String inner) {
        return ArmError.of(
                "InvalidRequestContent",
                "The request content was invalid and could not be deserialized: '" + inner + "'.");
    }

    /** Evidence: inferred; providers word it in many ways. */
    public static ArmError invalidParameter(String path, String message) {
        return ArmError.of("InvalidParameter", message).withTarget(path);
    }

    /** Evidence: inferred; providers word it in many ways. */
    public static ArmError invalidResourceName(String name, ResourceType type) {
        return ArmError.of(
                "InvalidResourceName",
                "Resource name '" + name + "' is invalid for the resource type '" + type + "'.");
    }

    /** Evidence: recorded (Microsoft.Network). */
    public static ArmError anotherOperationInProgress(String operation) {
        return ArmError.of(
                "AnotherOperationInProgress",
                "Another operation on this or dependent resource is in progress. To retrieve status"
                        + " of the operation use uri: "
                        + operation
                        + ".");
    }

    /** Evidence: recorded (public DNS zones). */
    public static ArmError preconditionFailed(ResourceId id) {
        return ArmError.of(
                "PreconditionFailed", "The resource " + id + " has been modified (etag mismatch).");
    }

    /** Evidence: recorded (arm-protocol 8, code), text inferred. */
    public static ArmError cannotDeleteResource(ResourceId id, String why) {
        return ArmError.of("CannotDeleteResource", "Can not delete resource '" + id + "'. " + why);
    }

    /** Evidence: documented. */
    public static ArmError httpMethodNotAllowed(String method, String path) {
        return ArmError.of(
                "HttpMethodNotAllowed",
                "The HTTP method '" + method + "' is not supported at scope '" + path + "'.");
    }

    /** Evidence: recorded (Microsoft.Network). */
    public static ArmError invalidResourceReference(String missing, ResourceId by) {
        return ArmError.of(
                "InvalidResourceReference",
                "Resource "
                        + missing
                        + " referenced by resource "
                        + by
                        + " was not found. Please make sure that the referenced resource exists,"
                        + " and that both resources are in the same region.");
    }

    /** Status 403. Evidence: recorded. */
    public static ArmError authorizationFailed(
            String clientId, String objectId, String action, String scope) {
        return ArmError.of(
                "AuthorizationFailed",
                "The client '"
                        + clientId
                        + "' with object id '"
                        + objectId
                        + "' does not have authorization to perform action '"
                        + action
                        + "' over scope '"
                        + scope
                        + "' or the scope is invalid. If access was recently granted, please"
                        + " refresh your credentials.");
    }

    /** Status 403, said by the preflight of a deployment. Evidence: documented. */
    public static ArmError authorizationFailedForResource(
            ResourceId id, String clientId, String objectId, String action) {
        return ArmError.of(
                        "AuthorizationFailed",
                        "Authorization failed for template resource '"
                                + id.fullName()
                                + "' of type '"
                                + id.type()
                                + "'. The client '"
                                + clientId
                                + "' with object id '"
                                + objectId
                                + "' does not have permission to perform action '"
                                + action
                                + "' at scope '"
                                + id.path()
                                + "'.")
                .withTarget(id.path());
    }

    /** Status 401. Evidence: documented (code); text inferred: ARM knows no principals by name. */
    public static ArmError noSuchPrincipal(String name) {
        return ArmError.of(
                "InvalidAuthenticationToken",
                "There is no principal '" + name + "' in the directory of this tenant.");
    }
}
