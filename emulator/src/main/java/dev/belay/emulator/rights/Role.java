package dev.belay.emulator.rights;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a role allows. The built-in ones are documented by Microsoft (built-in roles for Azure
 * RBAC); only those are here that people give to who deploys.
 *
 * @param id the GUID of its definition
 * @param name as people say it
 * @param actions patterns; {@code *} stands for anything
 * @param notActions what is taken out of them again
 */
record Role(String id, String name, List<String> actions, List<String> notActions) {

    private static final List<Role> BUILT_IN =
            List.of(
                    of("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner", "*"),
                    new Role(
                            "b24988ac-6180-42a0-ab88-20f7382dd24c",
                            "Contributor",
                            List.of("*"),
                            List.of(
                                    "Microsoft.Authorization/*/Delete",
                                    "Microsoft.Authorization/*/Write",
                                    "Microsoft.Authorization/elevateAccess/Action",
                                    "Microsoft.Blueprint/blueprintAssignments/write",
                                    "Microsoft.Blueprint/blueprintAssignments/delete",
                                    "Microsoft.Compute/galleries/share/action")),
                    of("acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader", "*/read"),
                    of(
                            "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
                            "User Access Administrator",
                            "*/read",
                            "Microsoft.Authorization/*",
                            "Microsoft.Support/*"),
                    of(
                            "4d97b98b-1d4f-4787-a291-c67834d212e7",
                            "Network Contributor",
                            "Microsoft.Network/*",
                            "Microsoft.Authorization/*/read",
                            "Microsoft.Resources/deployments/*",
                            "Microsoft.Resources/subscriptions/resourceGroups/read"),
                    of(
                            "17d1049b-9a84-46fb-8f53-869881c3d3ab",
                            "Storage Account Contributor",
                            "Microsoft.Storage/storageAccounts/*",
                            "Microsoft.Authorization/*/read",
                            "Microsoft.Resources/deployments/*",
                            "Microsoft.Resources/subscriptions/resourceGroups/read"),
                    of(
                            "5d58bcaf-24a5-4b20-bdb6-eed9f69fbe4c",
                            "Management Group Contributor",
                            "Microsoft.Management/managementGroups/delete",
                            "Microsoft.Management/managementGroups/read",
                            "Microsoft.Management/managementGroups/subscriptions/delete",
                            "Microsoft.Management/managementGroups/subscriptions/write",
                            "Microsoft.Management/managementGroups/write"),
                    of(
                            "36243c78-bf99-498c-9df9-86d9f8d28608",
                            "Resource Policy Contributor",
                            "*/read",
                            "Microsoft.Authorization/policyassignments/*",
                            "Microsoft.Authorization/policydefinitions/*",
                            "Microsoft.Authorization/policyexemptions/*",
                            "Microsoft.Authorization/policysetdefinitions/*",
                            "Microsoft.PolicyInsights/*",
                            "Microsoft.Resources/deployments/*",
                            "Microsoft.Resources/subscriptions/resourceGroups/read"));

    Role {
        requireNonNull(id);
        requireNonNull(name);
        actions = List.copyOf(actions);
        notActions = List.copyOf(notActions);
    }

    private static Role of(String id, String name, String... actions) {
        return new Role(id, name, List.of(actions), List.of());
    }

    /**
     * A built-in role.
     *
     * @param wanted its name, its GUID, or the path of its definition
     */
    static Optional<Role> builtIn(String wanted) {
        return BUILT_IN.stream().filter(role -> role.isCalled(wanted)).findFirst();
    }

    boolean isCalled(String wanted) {
        return wanted.equalsIgnoreCase(name)
                || wanted.substring(wanted.lastIndexOf('/') + 1).equalsIgnoreCase(id);
    }

    boolean allows(String action) {
        return matches(actions, action) && !matches(notActions, action);
    }

    private static boolean matches(List<String> patterns, String action) {
        return patterns.stream().anyMatch(pattern -> regex(pattern).matcher(action).matches());
    }

    private static Pattern regex(String pattern) {
        String lower = pattern.toLowerCase(Locale.ROOT);
        return Pattern.compile(
                "\\Q" + lower.replace("*", "\\E.*\\Q") + "\\E", Pattern.CASE_INSENSITIVE);
    }
}
