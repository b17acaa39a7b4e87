package dev.belay.arm.error;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;

/** ARM's errors, one method per code, with ARM's exact texts. Evidence is named per method. */
public final class ArmErrors {

    private ArmErrors() {}

    /** Evidence: recorded (arm-protocol 8). */
    public static ArmError resourceNotFound(ResourceId id) {
        String group = id.scope() instanceof Scope.ResourceGroup(_, var name) ? name : "<null>";
        return ArmError.of(
                "ResourceNotFound",
                "The Resource '"
                        + qualified(id)
                        + "' under resource group '"
                        + group
                        + "' was not found. For more details please go to"
                        + " https://aka.ms/ARMResourceNotFoundFix");
    }

    /** Evidence: recorded (arm-protocol 4). */
    public static ArmError resourceGroupNotFound(String name) {
        return ArmError.of(
                "ResourceGroupNotFound", "Resource group '" + name + "' could not be found.");
    }

    /** {@code Namespace/type/name[/type/name…]} as ARM's messages write a resource. */
    private static String qualified(ResourceId id) {
        var text = new StringBuilder(id.type().namespace());
        for (int i = 0; i < id.names().size(); i++) {
            text.append('/')
                    .append(id.type().segments().get(i))
                    .append('/')
                    .append(id.names().get(i));
        }
        return text.toString();
    }
}
