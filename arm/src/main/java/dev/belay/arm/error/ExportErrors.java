package dev.belay.arm.error;

import dev.belay.arm.ArmError;

import java.util.List;

/** What ARM says about exports of resource groups. */
public final class ExportErrors {

    private ExportErrors() {}

    /**
     * An export of too many resources. Evidence: reported (code Azure/aztfexport#76, text and
     * status Azure/RGCOPY#2).
     */
    public static ArmError tooManyResources(int most) {
        return ArmError.of(
                "ExportTemplateResourcesLimitExceeded",
                "Export template is not supported for resource groups that have more than '"
                        + most
                        + "' resources.");
    }

    /** What stands beside a template that is not whole. Evidence: recorded. */
    public static ArmError completedWithErrors(List<ArmError> details) {
        return ArmError.of(
                        "ExportTemplateCompletedWithErrors",
                        "Export template operation completed with errors. Some resources were not"
                                + " exported. Please see details for more information.")
                .withDetails(details);
    }
}
