package dev.belay.arm.error;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;

import java.util.List;

/** What ARM says about deployments in mode Complete, and about those to be made again on error. */
public final class CleanUpErrors {

    private CleanUpErrors() {}

    /** A deletion by mode Complete that was accepted and then ended badly. Evidence: inferred. */
    public static ArmError resourceDeletionFailure(
            ResourceId resource, String state, List<ArmError> details) {
        return ArmError.of(
                        "ResourceDeploymentFailure",
                        "The resource delete operation failed to complete successfully, because it"
                                + " reached terminal provisioning state '"
                                + state
                                + "'.")
                .withTarget(resource.path())
                .withDetails(details);
    }

    /**
     * How a deployment in mode Complete ends that could not delete what its template lacks.
     * Evidence: reported (github.com/MicrosoftDocs/azure-docs/issues/39858), without details.
     */
    public static ArmError failedCleanUp() {
        return ArmError.of(
                "DeploymentFailedCleanUp",
                "The deployment operation failed, because it was unable to cleanup. Please see"
                        + " https://aka.ms/arm-debug for usage details.");
    }

    /**
     * Mode Complete above resource groups. Evidence: reported
     * (github.com/Azure/azure-cli/issues/26873,
     * github.com/Azure/azure-rest-api-specs/issues/43400).
     */
    public static ArmError completeNotSupported() {
        return ArmError.of(
                "InvalidDeployment",
                "Specified deployment mode 'Complete' is not supported for deployment at the"
                        + " current scope. Please see https://aka.ms/deployment-modes for usage"
                        + " details.");
    }

    /** Evidence: documented ("rollback-on-error"); code and text inferred. */
    public static ArmError onErrorNotSupported() {
        return ArmError.of(
                "InvalidDeployment",
                "The 'onErrorDeployment' property is not supported for deployment at the current"
                        + " scope. Please see https://aka.ms/arm-deploy for usage details.");
    }

    /** Evidence: reported (MicrosoftDocs/azure-docs#69473); code and text inferred. */
    public static ArmError noSuccessfulDeployment(String name) {
        return ArmError.of(
                "InvalidDeployment",
                "The 'onErrorDeployment' of deployment '"
                        + name
                        + "' asks for the last successful deployment, and no other deployment of"
                        + " the scope has succeeded. Please see https://aka.ms/arm-deploy for"
                        + " usage details.");
    }

    /** Evidence: documented ("rollback-on-error"); code and text inferred. */
    public static ArmError notSuccessful(String name) {
        return ArmError.of(
                "InvalidDeployment",
                "The deployment '"
                        + name
                        + "' cannot be the 'onErrorDeployment': it has not succeeded. Please see"
                        + " https://aka.ms/arm-deploy for usage details.");
    }
}
