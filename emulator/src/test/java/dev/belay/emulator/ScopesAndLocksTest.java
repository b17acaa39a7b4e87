package dev.belay.emulator;

import static dev.belay.emulator.Rig.GROUP;
import static dev.belay.emulator.Rig.STORAGE;
import static dev.belay.emulator.Rig.STORAGE_BODY;
import static dev.belay.emulator.Rig.SUBSCRIPTION;
import static dev.belay.emulator.Rig.code;
import static dev.belay.emulator.Rig.message;
import static dev.belay.emulator.Rig.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;

/** Resource groups, locks, and what ARM itself refuses. */
final class ScopesAndLocksTest {

    private static final String LOCK = "/providers/Microsoft.Authorization/locks/keep";

    private final Rig arm = Rig.empty();

    @Test
    void a_group_is_created_changed_and_found() {
        ArmResponse created = arm.put(GROUP + "2", "{location:'West US',tags:{a:'1'}}");
        ArmResponse changed = arm.put(GROUP + "2", "{location:'westus'}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(text(created, "/location")).isEqualTo("westus");
        assertThat(text(created, "/properties/provisioningState")).isEqualTo("Succeeded");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().orElseThrow().at("/tags")).isEmpty();
        assertThat(arm.send(Method.HEAD, GROUP + "2", "").status()).isEqualTo(204);
        assertThat(arm.send(Method.HEAD, GROUP + "3", "").status()).isEqualTo(404);
        assertThat(arm.get(SUBSCRIPTION + "/resourceGroups").json().orElseThrow().at("/value/1"))
                .isPresent();
    }

    @Test
    void a_group_is_deleted_by_a_job_with_all_that_is_in_it() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);

        ArmResponse accepted = arm.delete(GROUP);
        String job = URI.create(accepted.headers().first("Location").orElseThrow()).getPath();
        ArmResponse during = arm.get(GROUP);
        ArmResponse write = arm.put(STORAGE + "shop2", STORAGE_BODY);
        ArmResponse poll = arm.get(job);
        arm.pass(Duration.ofMinutes(1));
        ArmResponse end = arm.get(job);

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(text(during, "/properties/provisioningState")).isEqualTo("Deleting");
        assertThat(code(write)).isEqualTo("ResourceGroupBeingDeleted");
        assertThat(poll.status()).isEqualTo(202);
        assertThat(end.status()).isEqualTo(200);
        assertThat(message(arm.get(GROUP))).isEqualTo("Resource group 'rg' could not be found.");
        assertThat(arm.get(STORAGE + "shop1").status()).isEqualTo(404);
    }

    @Test
    void a_lock_stops_deletions_of_what_lies_below_it() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);
        ArmResponse lock = arm.put(GROUP + LOCK, "{properties:{level:'CanNotDelete'}}");

        ArmResponse refused = arm.delete(STORAGE + "shop1");

        assertThat(lock.status()).isEqualTo(201);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.headers().first("x-ms-failure-cause")).contains("gateway");
        assertThat(code(refused)).isEqualTo("ScopeLocked");
        assertThat(message(refused))
                .isEqualTo(
                        "The scope '"
                                + STORAGE
                                + "shop1' cannot perform delete operation because following"
                                + " scope(s) are locked: '"
                                + GROUP
                                + "'. Please remove the lock and try again.");
        assertThat(arm.put(STORAGE + "shop1", STORAGE_BODY).status()).isEqualTo(200);
        assertThat(arm.delete(GROUP + LOCK).status()).isEqualTo(200);
        assertThat(arm.delete(STORAGE + "shop1").status()).isEqualTo(200);
    }

    @Test
    void a_lock_below_a_group_stops_the_deletion_of_the_group() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);
        arm.put(STORAGE + "shop1" + LOCK, "{properties:{level:'CanNotDelete'}}");

        ArmResponse refused = arm.delete(GROUP);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(message(refused)).contains("locked: '" + STORAGE + "shop1'.");
    }

    @Test
    void a_read_only_lock_stops_writes_and_actions() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);
        arm.put(GROUP + LOCK, "{properties:{level:'ReadOnly'}}");

        assertThat(code(arm.put(STORAGE + "shop1", STORAGE_BODY))).isEqualTo("ScopeLocked");
        assertThat(code(arm.send(Method.POST, STORAGE + "shop1/listKeys", "")))
                .isEqualTo("ScopeLocked");
        assertThat(arm.get(STORAGE + "shop1").status()).isEqualTo(200);
    }

    @Test
    void a_missing_lock_is_not_found_in_its_own_words_and_its_deletion_does_nothing() {
        assertThat(code(arm.get(GROUP + LOCK))).isEqualTo("LockNotFound");
        assertThat(arm.delete(GROUP + LOCK).status()).isEqualTo(204);
    }

    @Test
    void arm_refuses_what_it_does_not_serve() {
        String providers = GROUP + "/providers/";

        assertThat(code(arm.put(providers + "Contoso.Shop/things/a?api-version=2020-01-01", "{}")))
                .isEqualTo("InvalidResourceNamespace");
        assertThat(
                        code(
                                arm.put(
                                        providers
                                                + "Microsoft.Storage/things/a?api-version=2020-01-01",
                                        "{}")))
                .isEqualTo("InvalidResourceType");
        assertThat(code(arm.put(STORAGE + "shop1?api-version=2099-01-01", STORAGE_BODY)))
                .isEqualTo("NoRegisteredProviderFound");
        assertThat(code(arm.put(STORAGE.replace("/rg/", "/no/") + "shop1", STORAGE_BODY)))
                .isEqualTo("ResourceGroupNotFound");
        assertThat(code(arm.put(STORAGE + "shop1/blobServices/default/containers/a", "{}")))
                .isEqualTo("ParentResourceNotFound");
        assertThat(code(arm.put(STORAGE + "shop1", "{nothing"))).isEqualTo("InvalidRequestContent");
        assertThat(code(arm.put(STORAGE + "shop1", "{sku:{name:'Standard_LRS'},kind:'Storage'}")))
                .isEqualTo("LocationRequired");
        assertThat(code(arm.put(STORAGE + "shop1", "{location:'westus',kind:'StorageV2'}")))
                .isEqualTo("InvalidRequestContent");
    }

    @Test
    void paths_are_read_without_case_and_with_doubled_slashes() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);

        ArmResponse answer =
                arm.get(
                        STORAGE.toLowerCase(java.util.Locale.ROOT)
                                        .replace("microsoft.storage", "microsoft.storage/")
                                + "SHOP1/?api-version=2023-01-01");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer, "/id")).isEqualTo(STORAGE + "shop1");
    }

    @Test
    void a_role_assignment_is_unique_and_cannot_change_its_principal() {
        String roles = GROUP + "/providers/Microsoft.Authorization/roleAssignments/";
        String body =
                "{properties:{principalId:'11111111-0000-4000-8000-000000000001',roleDefinitionId:'"
                        + SUBSCRIPTION
                        + "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7'}}";

        ArmResponse first = arm.put(roles + "aaaaaaaa-0000-4000-8000-000000000001", body);
        ArmResponse again = arm.put(roles + "bbbbbbbb-0000-4000-8000-000000000001", body);
        ArmResponse other =
                arm.put(
                        roles + "aaaaaaaa-0000-4000-8000-000000000001",
                        body.replace("11111111", "22222222"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(text(first, "/properties/scope")).isEqualTo(GROUP);
        assertThat(code(again)).isEqualTo("RoleAssignmentExists");
        assertThat(code(other)).isEqualTo("RoleAssignmentUpdateNotPermitted");
    }

    @Test
    void lists_show_what_arm_tracks_with_times_on_demand() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);

        ArmResponse plain =
                arm.get(
                        GROUP
                                + "/resources?api-version=2021-04-01&$filter=resourceType%20eq%20"
                                + "'Microsoft.Storage/storageAccounts'");
        ArmResponse expanded =
                arm.get(
                        SUBSCRIPTION
                                + "/resources?api-version=2021-04-01&$expand=createdTime,changedTime,provisioningState");

        assertThat(text(plain, "/value/0/name")).isEqualTo("shop1");
        assertThat(plain.json().orElseThrow().at("/value/1")).isEmpty();
        assertThat(plain.json().orElseThrow().at("/value/0/properties")).isEmpty();
        assertThat(text(expanded, "/value/0/createdTime")).isEqualTo("2026-01-01T08:00:00Z");
        assertThat(text(expanded, "/value/0/provisioningState")).isEqualTo("Succeeded");
    }
}
