package dev.belay.emulator;

import static dev.belay.emulator.Rig.GROUP;
import static dev.belay.emulator.Rig.SUBSCRIPTION;
import static dev.belay.emulator.Rig.code;
import static dev.belay.emulator.Rig.message;
import static dev.belay.emulator.Rig.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;

import org.junit.jupiter.api.Test;

/** Role definitions and assignments at every scope. */
final class RolesTest {

    private static final String ROLES = "/providers/Microsoft.Authorization/roleDefinitions/";
    private static final String ASSIGNMENTS = "/providers/Microsoft.Authorization/roleAssignments/";
    private static final String SHOP = "/providers/Microsoft.Management/managementGroups/shop";
    private static final String READER = ROLES + "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    private static final String TILL = "aaaaaaaa-1111-5000-8000-000000000001";
    private static final String ONE = "11111111-0000-4000-8000-000000000001";
    private static final String TWO = "22222222-0000-4000-8000-000000000001";
    private static final String SOMEBODY = "99999999-0000-4000-8000-000000000001";

    private final Rig arm =
            Rig.with(
                    ",managementGroups:[{name:'shop'}],subscriptions:[{id:'00000000-0000-0000-0000-"
                            + "000000000002',managementGroup:'shop'},{id:'00000000-0000-0000-0000-"
                            + "000000000003'}]");

    private static String role(String name, String... scopes) {
        return "{properties:{roleName:'"
                + name
                + "',permissions:[{actions:['*/read']}],assignableScopes:['"
                + String.join("','", scopes)
                + "']}}";
    }

    private static String assignment(String role, String principal) {
        return "{properties:{roleDefinitionId:'" + role + "',principalId:'" + principal + "'}}";
    }

    @Test
    void a_custom_role_is_made_shown_and_deleted_recorded() {
        ArmResponse made = arm.put(SUBSCRIPTION + ROLES + TILL, role("Till", SUBSCRIPTION));
        ArmResponse again = arm.put(SUBSCRIPTION + ROLES + TILL, role("Tills", SUBSCRIPTION));
        ArmResponse deleted = arm.delete(SUBSCRIPTION + ROLES + TILL);
        ArmResponse gone = arm.get(SUBSCRIPTION + ROLES + TILL);

        assertThat(made.status()).isEqualTo(201);
        assertThat(text(made, "/properties/type")).isEqualTo("CustomRole");
        assertThat(again.status()).isEqualTo(201);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(text(deleted, "/properties/roleName")).isEqualTo("Tills");
        assertThat(arm.delete(SUBSCRIPTION + ROLES + TILL).status()).isEqualTo(204);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(code(gone)).isEqualTo("RoleDefinitionDoesNotExist");
        assertThat(message(gone))
                .isEqualTo("The specified role definition with ID '" + TILL + "' does not exist.");
    }

    @Test
    void a_role_that_is_not_well_formed_is_refused_recorded() {
        String path = SUBSCRIPTION + ROLES + TILL;

        assertThat(code(arm.put(path, role("Till")))).isEqualTo("MissingAssignableScopes");
        assertThat(code(arm.put(path, role("", SUBSCRIPTION))))
                .isEqualTo("RoleDefinitionNameNullOrEmpty");
        assertThat(
                        code(
                                arm.put(
                                        path,
                                        role("Till", SUBSCRIPTION)
                                                .replace(
                                                        "roleName",
                                                        "type:'BuiltInRole',roleName"))))
                .isEqualTo("InvalidRoleDefinitionType");
        assertThat(code(arm.put(SUBSCRIPTION + READER, role("Till", SUBSCRIPTION))))
                .isEqualTo("RoleDefinitionExists");
    }

    @Test
    void names_of_roles_are_guids_and_unique_in_the_tenant_documented() {
        arm.put(SUBSCRIPTION + ROLES + TILL, role("Till", SUBSCRIPTION));

        assertThat(code(arm.put(SUBSCRIPTION + ROLES + "till", role("X", SUBSCRIPTION))))
                .isEqualTo("InvalidRoleDefinitionId");
        assertThat(code(arm.put(SUBSCRIPTION + ROLES + ONE, role("till", SUBSCRIPTION))))
                .isEqualTo("RoleDefinitionWithSameNameExists");
    }

    @Test
    void a_built_in_role_is_there_and_is_assigned_at_every_scope_documented() {
        int n = 0;
        for (String scope : new String[] {"", SHOP, SUBSCRIPTION, GROUP}) {
            String name = ONE.substring(0, 35) + n++;
            ArmResponse made = arm.put(scope + ASSIGNMENTS + name, assignment(READER, SOMEBODY));

            assertThat(made.status()).as(made.body()).isEqualTo(201);
            assertThat(text(made, "/properties/scope")).isEqualTo(scope.isEmpty() ? "/" : scope);
            assertThat(arm.get(scope + ASSIGNMENTS + name).status()).isEqualTo(200);
            assertThat(arm.delete(scope + ASSIGNMENTS + name).status()).isEqualTo(200);
            assertThat(code(arm.get(scope + ASSIGNMENTS + name)))
                    .isEqualTo("RoleAssignmentNotFound");
        }
        assertThat(text(arm.get(SUBSCRIPTION + READER), "/properties/roleName"))
                .isEqualTo("Reader");
    }

    @Test
    void a_role_that_is_not_there_or_not_to_be_had_there_is_not_assigned_recorded() {
        arm.put(SUBSCRIPTION + ROLES + TILL, role("Till", SUBSCRIPTION));
        String elsewhere = SUBSCRIPTION.replace("0002", "0003");

        ArmResponse nothing =
                arm.put(
                        GROUP + ASSIGNMENTS + ONE,
                        assignment(ROLES + TILL.replace("1111", "2222"), SOMEBODY));
        ArmResponse there =
                arm.put(elsewhere + ASSIGNMENTS + ONE, assignment(ROLES + TILL, SOMEBODY));
        ArmResponse here = arm.put(GROUP + ASSIGNMENTS + ONE, assignment(ROLES + TILL, SOMEBODY));

        assertThat(code(nothing)).isEqualTo("RoleDefinitionDoesNotExist");
        assertThat(code(there)).isEqualTo("RoleDefinitionDoesNotExist");
        assertThat(here.status()).isEqualTo(201);
    }

    @Test
    void a_role_of_a_management_group_reaches_what_lies_below_documented() {
        arm.put(SHOP + ROLES + TILL, role("Till", SHOP));

        assertThat(arm.put(GROUP + ASSIGNMENTS + ONE, assignment(ROLES + TILL, SOMEBODY)).status())
                .isEqualTo(201);
    }

    @Test
    void a_role_in_use_is_neither_deleted_nor_narrowed_documented() {
        arm.put(SUBSCRIPTION + ROLES + TILL, role("Till", SUBSCRIPTION, SHOP));
        arm.put(GROUP + ASSIGNMENTS + ONE, assignment(ROLES + TILL, SOMEBODY));

        ArmResponse deleted = arm.delete(SUBSCRIPTION + ROLES + TILL);
        ArmResponse narrowed = arm.put(SUBSCRIPTION + ROLES + TILL, role("Till", SHOP));
        arm.delete(GROUP + ASSIGNMENTS + ONE);

        assertThat(code(deleted)).isEqualTo("RoleDefinitionHasAssignments");
        assertThat(code(narrowed)).isEqualTo("RoleScopeBeingRemovedContainsAssignments");
        assertThat(arm.delete(SUBSCRIPTION + ROLES + TILL).status()).isEqualTo(200);
    }

    @Test
    void names_of_assignments_and_principals_are_guids_recorded() {
        assertThat(code(arm.put(GROUP + ASSIGNMENTS + "me", assignment(READER, SOMEBODY))))
                .isEqualTo("InvalidRoleAssignmentId");
        assertThat(code(arm.put(GROUP + ASSIGNMENTS + ONE, assignment(READER, "wow"))))
                .isEqualTo("InvalidPrincipalId");
    }

    @Test
    void an_assignment_is_unique_and_never_changes_documented() {
        arm.put(GROUP + ASSIGNMENTS + ONE, assignment(READER, SOMEBODY));

        ArmResponse same = arm.put(GROUP + ASSIGNMENTS + ONE, assignment(READER, SOMEBODY));
        ArmResponse twin = arm.put(GROUP + ASSIGNMENTS + TWO, assignment(READER, SOMEBODY));
        ArmResponse other = arm.put(GROUP + ASSIGNMENTS + ONE, assignment(READER, TWO));
        ArmResponse moved = arm.put(SUBSCRIPTION + ASSIGNMENTS + ONE, assignment(READER, SOMEBODY));

        assertThat(same.status()).isEqualTo(201);
        assertThat(twin.status()).isEqualTo(409);
        assertThat(code(twin)).isEqualTo("RoleAssignmentExists");
        assertThat(code(other)).isEqualTo("RoleAssignmentUpdateNotPermitted");
        assertThat(code(moved)).isEqualTo("RoleAssignmentUpdateNotPermitted");
    }

    @Test
    void an_identity_is_no_user_documented() {
        String identity =
                GROUP + "/providers/Microsoft.Web/serverfarms/plan?api-version=2022-03-01";
        arm.put(identity, "{location:'westus',sku:{name:'B1'},identity:{type:'SystemAssigned'}}");
        String principal = text(arm.get(identity), "/identity/principalId");

        ArmResponse user =
                arm.put(
                        GROUP + ASSIGNMENTS + ONE,
                        assignment(READER, principal)
                                .replace("principalId", "principalType:'User',principalId"));

        assertThat(code(user)).isEqualTo("UnmatchedPrincipalType");
        assertThat(arm.put(GROUP + ASSIGNMENTS + ONE, assignment(READER, principal)).status())
                .isEqualTo(201);
    }
}
