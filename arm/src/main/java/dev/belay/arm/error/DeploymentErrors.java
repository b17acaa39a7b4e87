package dev.belay.arm.error;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.List;

/** What ARM says about deployments, with its exact texts of the years since 2023. */
public final class DeploymentErrors {

    private static final String FAILED =
            "At least one resource deployment operation failed. Please list deployment operations"
                    + " for details. Please see https://aka.ms/arm-deployment-operations for usage"
                    + " details.";

    private DeploymentErrors() {}

    /** How a failed deployment ends. Evidence: recorded (arm-protocol 5.4). */
    public static ArmError deploymentFailed(ResourceId deployment, List<ArmError> details) {
        return ArmError.of("DeploymentFailed", FAILED)
                .withTarget(deployment.path())
                .withDetails(details);
    }

    /**
     * A write that was accepted and then ended badly.
     *
     * <p>Evidence: recorded; the text since 2023 from a public report
     * (github.com/Azure/CanadaPubSecALZ/issues/380).
     *
     * @param state {@code Failed} or {@code Canceled}
     */
    public static ArmError resourceDeploymentFailure(
            ResourceId resource, String state, List<ArmError> details) {
        return ArmError.of(
                        "ResourceDeploymentFailure",
                        "The resource write operation failed to complete successfully, because it"
                                + " reached terminal provisioning state '"
                                + state
                                + "'.")
                .withTarget(resource.path())
                .withDetails(details);
    }

    /** The text, not an error, of the step that would have evaluated outputs: recorded. */
    public static String outputsSkipped() {
        return "Template output evaluation skipped: " + FAILED.replace("At least", "at least");
    }

    /**
     * Evidence: recorded.
     *
     * @param startedAt when the running one was accepted, {@code 6/10/2016 4:32:24 PM}
     * @param expiresAt seven days later, in the same form
     */
    public static ArmError deploymentActive(String name, String startedAt, String expiresAt) {
        return ArmError.of(
                "DeploymentActive",
                "Unable to edit or replace deployment '"
                        + name
                        + "': previous deployment from '"
                        + startedAt
                        + "' is still active (expiration time is '"
                        + expiresAt
                        + "'). Please see https://aka.ms/arm-deploy for usage details.");
    }

    /** Evidence: code documented (a running deployment cannot be deleted); text inferred. */
    public static ArmError deploymentActiveOnDelete(
            String name, String startedAt, String expiresAt) {
        return ArmError.of(
                "DeploymentActive",
                "Unable to delete deployment '"
                        + name
                        + "': the deployment from '"
                        + startedAt
                        + "' is still active (expiration time is '"
                        + expiresAt
                        + "'). Please see https://aka.ms/arm-deploy for usage details.");
    }

    /** Evidence: recorded. */
    public static ArmError deploymentNotFound(String name) {
        return ArmError.of("DeploymentNotFound", "Deployment '" + name + "' could not be found.");
    }

    /** Evidence: inferred. */
    public static ArmError operationNotFound(String id) {
        return ArmError.of(
                "DeploymentOperationNotFound",
                "Deployment operation '" + id + "' could not be found.");
    }

    /** Evidence: recorded. */
    public static ArmError cannotBeCancelled(String name, String state, String expiresAt) {
        return ArmError.of(
                "DeploymentCannotBeCancelled",
                "The deployment '"
                        + name
                        + "' cannot be cancelled because it has provisioning state '"
                        + state
                        + "' or it has already expired (expiration time is '"
                        + expiresAt
                        + "').");
    }

    /**
     * A template that is wrong.
     *
     * <p>Evidence: recorded.
     *
     * @param message what is wrong; the wrapper is put around it unless it is there already
     * @param line in the text as sent, 0 if unknown
     * @param column in the text as sent, 0 if unknown
     * @param path e.g. {@code properties.template.parameters.name}, empty if unknown
     */
    public static ArmError invalidTemplate(String message, int line, int column, String path) {
        boolean wrapped =
                message.startsWith("Deployment template ")
                        || message.startsWith("Unable to process template language");
        return ArmError.of(
                        "InvalidTemplate",
                        wrapped
                                ? message
                                : "Deployment template validation failed: '" + message + "'.")
                .withAdditionalInfo(List.of(violation(line, column, path)));
    }

    private static Json violation(int line, int column, String path) {
        return JsonObject.of(
                "type",
                Json.of("TemplateViolation"),
                "info",
                JsonObject.of(
                        "lineNumber",
                        Json.of(line),
                        "linePosition",
                        Json.of(column),
                        "path",
                        Json.of(path)));
    }

    /** An expression that fails while the deployment runs. Evidence: documented (errors.json). */
    public static ArmError unprocessable(
            ResourceId resource, int line, int column, String message) {
        return invalidTemplate(
                "Unable to process template language expressions for resource '"
                        + resource.path()
                        + "' at line '"
                        + line
                        + "' and column '"
                        + column
                        + "'. '"
                        + message
                        + "'",
                line,
                column,
                "");
    }

    /** What providers say before anything is written. Evidence: recorded. */
    public static ArmError invalidTemplateDeployment(
            String name, String trackingId, List<ArmError> details) {
        return ArmError.of(
                        "InvalidTemplateDeployment",
                        "The template deployment '"
                                + name
                                + "' is not valid according to the validation procedure. The"
                                + " tracking id is '"
                                + trackingId
                                + "'. See inner errors for details.")
                .withDetails(details);
    }

    /** Evidence: documented (errors.json). */
    public static ArmError outputsFailed(List<String> names, List<ArmError> details) {
        return ArmError.of(
                        "DeploymentOutputEvaluationFailed",
                        "Unable to evaluate template outputs: '"
                                + String.join(",", names)
                                + "'. Please see error details and deployment operations. Please"
                                + " see https://aka.ms/arm-common-errors for usage details.")
                .withDetails(details);
    }

    /** One of them. Evidence: documented (errors.json). */
    public static ArmError outputFailed(String name, String inner) {
        return ArmError.of(
                        "DeploymentOutputEvaluationFailed",
                        "The template output '" + name + "' is not valid: " + inner)
                .withTarget(name);
    }

    /** Evidence: recorded. */
    public static ArmError nameTooLong(String name) {
        return ArmError.of(
                "InvalidDeployment",
                "The provided deployment name '"
                        + name
                        + "' has a length of '"
                        + name.length()
                        + "' which exceeds the maximum length of '64'. Please see"
                        + " https://aka.ms/arm-deploy for usage details.");
    }

    /** Evidence: code documented; text inferred. */
    public static ArmError noTemplate() {
        return ArmError.of(
                "InvalidDeployment",
                "The deployment must have either a 'template' or a 'templateLink' property. Please"
                        + " see https://aka.ms/arm-deploy for usage details.");
    }

    /** Evidence: engine (engine-facts), for a root deployment inferred. */
    public static ArmError locationNotAllowed(String name) {
        return ArmError.of(
                "InvalidDeployment",
                "The 'location' property is not allowed for '"
                        + name
                        + "' at resource group scope. Please see https://aka.ms/arm-deploy for"
                        + " usage details.");
    }

    /** Evidence: documented (reports of the live service), for nested deployments engine. */
    public static ArmError locationMissing(String name) {
        return ArmError.of(
                "InvalidDeployment",
                "The 'location' property must be specified for '"
                        + name
                        + "'. Please see https://aka.ms/arm-deployment-subscription for usage"
                        + " details.");
    }

    /**
     * A deployment's name is bound to its first location. Evidence: recorded.
     *
     * @param asked as sent
     * @param there of the record
     */
    public static ArmError invalidDeploymentLocation(String asked, String name, String there) {
        return ArmError.of(
                "InvalidDeploymentLocation",
                "Invalid deployment location '"
                        + asked
                        + "'. The deployment '"
                        + name
                        + "' already exists in location '"
                        + there
                        + "'.");
    }

    /**
     * A resource at a scope where its type cannot be. Evidence: recorded for one expected scope,
     * the list of several inferred.
     *
     * @param expected e.g. {@code Subscription}
     */
    public static ArmError invalidScope(ResourceId id, List<String> expected) {
        return ArmError.of(
                "InvalidScope",
                "Invalid resource scope specified for resource: '"
                        + id.path()
                        + "'. Expected scope: '"
                        + String.join(", ", expected)
                        + "'.");
    }

    /** A linked template that cannot be had. Evidence: documented. */
    public static ArmError invalidContentLink(String uri, String trackingId) {
        return ArmError.of(
                "InvalidContentLink",
                "Unable to download deployment content from '"
                        + uri
                        + "'. The tracking Id is '"
                        + trackingId
                        + "'. Please see https://aka.ms/arm-deploy for usage details.");
    }

    /** The history of a scope is full. Evidence: documented. */
    public static ArmError quotaExceeded(String name, int most, int count) {
        return ArmError.of(
                "DeploymentQuotaExceeded",
                "Creating the deployment '"
                        + name
                        + "' would exceed the quota of '"
                        + most
                        + "'. The current deployment count is '"
                        + count
                        + "', please delete some deployments before creating a new one. Please see"
                        + " https://aka.ms/arm-deploy for usage details.");
    }
}
