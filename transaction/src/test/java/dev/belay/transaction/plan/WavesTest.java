package dev.belay.transaction.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceId;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.snapshot.Digest;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class WavesTest {

    private static final Digest SNAPSHOT = Digest.ofContent("");
    private static final ResourceId NET = id("virtualNetworks/net");
    private static final ResourceId SUBNET = id("virtualNetworks/net/subnets/app");
    private static final ResourceId NIC = id("networkInterfaces/nic");
    private static final ResourceId NSG = id("networkSecurityGroups/nsg");

    private static ResourceId id(String path) {
        return ResourceId.of(
                "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/" + path);
    }

    private static Waves.Node delete(ResourceId id, ResourceId... refersTo) {
        return new Waves.Node(new RollbackStep.DeleteCreated(id), Set.of(), Set.of(refersTo));
    }

    private static Waves.Node restore(
            ResourceId id, List<JsonPointer> paths, Set<ResourceId> wanted, Set<ResourceId> now) {
        return new Waves.Node(new RollbackStep.RestoreModified(SNAPSHOT, id, paths), wanted, now);
    }

    private static List<ResourceId> order(Waves.Node... nodes) {
        return Waves.order(List.of(nodes)).stream().map(step -> step.act().id()).toList();
    }

    @Test
    void what_refers_is_deleted_before_what_it_refers_to() {
        assertThat(order(delete(NSG), delete(NIC, NSG))).containsExactly(NIC, NSG);
    }

    @Test
    void children_are_deleted_before_their_parent() {
        assertThat(order(delete(NET), delete(SUBNET))).containsExactly(SUBNET, NET);
    }

    @Test
    void an_update_that_detaches_comes_before_the_delete_of_what_it_detached() {
        assertThat(order(delete(NSG), restore(NET, List.of(), Set.of(), Set.of(NSG))))
                .containsExactly(NET, NSG);
    }

    @Test
    void an_update_that_drops_an_item_comes_after_the_delete_of_what_uses_it() {
        var dropping = List.of(JsonPointer.of("properties", "subnets", "[name=app]"));

        assertThat(order(restore(NET, dropping, Set.of(), Set.of()), delete(NIC, SUBNET)))
                .containsExactly(NIC, NET);
    }

    @Test
    void what_is_created_again_comes_before_what_refers_to_it() {
        var recreate =
                new Waves.Node(new RollbackStep.RecreateDeleted(SNAPSHOT, NSG), Set.of(), Set.of());

        assertThat(order(restore(NET, List.of(), Set.of(NSG), Set.of()), recreate))
                .containsExactly(NSG, NET);
    }

    @Test
    void a_cycle_is_cut() {
        assertThat(order(delete(NSG, NIC), delete(NIC, NSG))).containsExactly(NSG, NIC);
    }

    @Test
    void a_lock_is_taken_away_before_what_it_holds_and_set_again_after() {
        ResourceId lock =
                ResourceId.of(
                        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Authorization/locks/l");
        var recreate =
                new Waves.Node(new RollbackStep.RecreateDeleted(SNAPSHOT, NSG), Set.of(), Set.of());
        var lockAgain =
                new Waves.Node(
                        new RollbackStep.RecreateDeleted(SNAPSHOT, lock), Set.of(), Set.of());

        assertThat(order(delete(NSG), delete(lock))).containsExactly(lock, NSG);
        assertThat(order(lockAgain, recreate)).containsExactly(NSG, lock);
        assertThat(order(lockAgain, delete(NSG))).containsExactly(NSG, lock);
    }

    @Test
    void what_assigns_goes_before_what_it_assigns_and_comes_after_it() {
        String authorization = "/subscriptions/s/providers/Microsoft.Authorization/";
        ResourceId role = ResourceId.of(authorization + "roleDefinitions/r");
        ResourceId assignment = ResourceId.of(authorization + "roleAssignments/a");

        assertThat(order(delete(role), delete(assignment))).containsExactly(assignment, role);
        assertThat(
                        order(
                                new Waves.Node(
                                        new RollbackStep.RecreateDeleted(SNAPSHOT, assignment),
                                        Set.of(),
                                        Set.of()),
                                new Waves.Node(
                                        new RollbackStep.RecreateDeleted(SNAPSHOT, role),
                                        Set.of(),
                                        Set.of())))
                .containsExactly(role, assignment);
    }
}
