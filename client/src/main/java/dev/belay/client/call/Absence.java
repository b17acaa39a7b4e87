package dev.belay.client.call;

import dev.belay.arm.ArmError;

import java.util.Locale;
import java.util.Set;

/**
 * Which answers prove that a resource does not exist: a 404 whose code says that the thing, its
 * parent or its group was not found. A 404 of an unknown type, namespace, subscription or tenant
 * proves nothing, nor does one without an error (recorded: {@code ResourceNotFound}, {@code
 * ResourceGroupNotFound}, {@code ParentResourceNotFound}, {@code LockNotFound}, {@code
 * DeploymentNotFound}, {@code RoleDefinitionDoesNotExist}, and providers' own {@code …NotFound}).
 */
final class Absence {

    private static final Set<String> NO_PROOF =
            Set.of(
                    "subscriptionnotfound",
                    "tenantnotfound",
                    "invalidauthenticationtokentenant",
                    "resourceprovidernotfound",
                    "routenotfound",
                    "endpointnotfound");

    private Absence() {}

    static boolean proves(int status, ArmError error) {
        String code = error.code().toLowerCase(Locale.ROOT);
        return status == 404
                && (code.endsWith("notfound") || code.endsWith("doesnotexist"))
                && !NO_PROOF.contains(code);
    }
}
