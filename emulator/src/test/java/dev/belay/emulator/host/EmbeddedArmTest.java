package dev.belay.emulator.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.emulator.Rig;
import dev.belay.emulator.file.BrokenWorldFileException;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.emulator.world.WorldInvariants;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The host: virtual time, and a world that outlives the process. */
final class EmbeddedArmTest {

    private static final String NSG = Rig.NETWORK + "networkSecurityGroups/nsg";
    private static final String CANARY = "canary-7f3a";

    @TempDir private Path folder;

    private Path world(String members) throws IOException {
        return Files.writeString(
                folder.resolve("world.json"),
                "{resourceGroups:[{name:'rg',location:'westus'}]" + members + "}");
    }

    private EmbeddedArm open(Path file) {
        return EmbeddedArm.open(file, Optional.of(folder.resolve("world.json.state")));
    }

    private static ArmResponse send(EmbeddedArm arm, Method method, String path, String body)
            throws NoAnswerException {
        URI uri = URI.create(path + "?api-version=2023-09-01");
        return arm.send(
                body.isEmpty() ? ArmRequest.of(method, uri) : ArmRequest.of(method, uri, body));
    }

    @Test
    void a_poll_moves_the_clock_to_the_next_event_of_what_it_shows() throws Exception {
        EmbeddedArm arm = EmbeddedArm.open(world(""), Optional.empty());
        send(arm, Method.PUT, NSG, "{location:'westus'}");
        Instant start = arm.now();

        ArmResponse going = send(arm, Method.GET, NSG, "");
        ArmResponse done = send(arm, Method.GET, NSG, "");

        assertThat(Rig.text(going, "/properties/provisioningState")).isEqualTo("Updating");
        assertThat(Rig.text(done, "/properties/provisioningState")).isEqualTo("Succeeded");
        assertThat(arm.now()).isEqualTo(start.plusSeconds(10));
    }

    @Test
    void waiting_moves_time_with_all_that_is_due() throws Exception {
        EmbeddedArm arm = EmbeddedArm.open(world(""), Optional.empty());
        send(arm, Method.PUT, NSG, "{location:'westus'}");

        arm.pause().pause(Duration.ofSeconds(10));

        assertThat(Rig.text(send(arm, Method.GET, NSG, ""), "/properties/provisioningState"))
                .isEqualTo("Succeeded");
    }

    @Test
    void a_refusal_for_what_is_in_use_moves_the_clock_while_its_user_is_being_deleted()
            throws Exception {
        String network = Rig.NETWORK + "virtualNetworks/theirs";
        EmbeddedArm arm =
                EmbeddedArm.open(
                        world(
                                ",resources:[{id:'"
                                        + NSG
                                        + "',apiVersion:'2023-09-01',body:{location:'westus'}},{id:'"
                                        + network
                                        + "',apiVersion:'2023-09-01',body:{location:'westus',"
                                        + "properties:{addressSpace:{addressPrefixes:['10.0.0.0/16']},"
                                        + "subnets:[{name:'a',properties:{addressPrefix:'10.0.0.0/24',"
                                        + "networkSecurityGroup:{id:'"
                                        + NSG
                                        + "'}}}]}}}]"),
                        Optional.empty());
        ArmResponse before = send(arm, Method.DELETE, NSG, "");
        Instant still = arm.now();
        ArmResponse going = send(arm, Method.DELETE, network, "");

        ArmResponse refused = send(arm, Method.DELETE, NSG, "");
        ArmResponse accepted = send(arm, Method.DELETE, NSG, "");

        assertThat(Rig.code(before)).isEqualTo("InUseNetworkSecurityGroupCannotBeDeleted");
        assertThat(going.status()).isEqualTo(202);
        assertThat(Rig.code(refused)).isEqualTo("InUseNetworkSecurityGroupCannotBeDeleted");
        assertThat(arm.now()).isAfter(still);
        assertThat(accepted.status()).isEqualTo(202);
    }

    @Test
    void a_hanging_request_gets_no_answer() throws Exception {
        EmbeddedArm arm =
                EmbeddedArm.open(
                        world(",faults:[{when:{method:'PUT'},then:{hang:true}}]"),
                        Optional.empty());

        assertThatThrownBy(() -> send(arm, Method.PUT, NSG, "{location:'westus'}"))
                .isInstanceOf(NoAnswerException.class);
    }

    @Test
    void a_world_kept_and_opened_again_answers_every_get_equally() throws Exception {
        Path file =
                world(
                        ",resources:[{id:'"
                                + Rig.GROUP
                                + "/providers/Microsoft.Sql/servers/db1',apiVersion:'2021-11-01',"
                                + "body:{location:'westus',properties:{administratorLogin:'sa',"
                                + "administratorLoginPassword:'"
                                + CANARY
                                + "'}}},{id:'"
                                + Rig.STORAGE
                                + "shop1',apiVersion:'2023-01-01',body:"
                                + Rig.STORAGE_BODY
                                + "}],faults:[{when:{method:'DELETE',nth:2},then:{hang:true}}],"
                                + "latencies:[{type:'Microsoft.Network/networkSecurityGroups',takes:"
                                + "{after:{ended:'"
                                + Rig.STORAGE
                                + "shop1'},plus:'PT1M'}}]");
        EmbeddedArm first = open(file);
        send(first, Method.PUT, NSG, "{location:'westus'}");
        first.close();
        World before = first.world();

        EmbeddedArm second = open(file);

        assertThat(second.world().now()).isEqualTo(before.now());
        assertThat(second.world().agenda()).isEqualTo(before.agenda());
        assertThat(second.world().script()).isEqualTo(before.script());
        assertThat(second.world().operations()).isEqualTo(before.operations());
        assertThat(WorldInvariants.broken(second.world())).isEmpty();
        for (StoredResource stored : before.resources().byId().values()) {
            assertThat(second.world().find(stored.id())).contains(stored);
        }
        String kept = Files.readString(folder.resolve("world.json.state"));
        assertThat(kept).doesNotContain(CANARY).contains("shop1");
    }

    @Test
    void what_was_kept_goes_on_where_it_was() throws Exception {
        Path file = world("");
        try (EmbeddedArm arm = open(file)) {
            send(arm, Method.PUT, NSG, "{location:'westus'}");
        }

        try (EmbeddedArm arm = open(file)) {
            arm.pause().pause(Duration.ofSeconds(10));
            assertThat(Rig.text(send(arm, Method.GET, NSG, ""), "/properties/provisioningState"))
                    .isEqualTo("Succeeded");
        }
    }

    @Test
    void a_deployment_that_was_under_way_goes_on_in_the_next_process() throws Exception {
        Path file = world("");
        String path =
                Rig.GROUP
                        + "/providers/Microsoft.Resources/deployments/main?api-version=2021-04-01";
        String body =
                "{properties:{mode:'Incremental',parameters:{p:{value:'"
                        + CANARY
                        + "'}},template:{$schema:'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',"
                        + "contentVersion:'1.0.0.0',parameters:{p:{type:'secureString'}},resources:["
                        + "{type:'Microsoft.Network/networkSecurityGroups',apiVersion:'2023-09-01',"
                        + "name:'nsg',location:'westus',properties:{}},"
                        + "{type:'Microsoft.Storage/storageAccounts',apiVersion:'2023-01-01',"
                        + "name:'shop1',location:'westus',sku:{name:'Standard_LRS'},kind:'StorageV2',"
                        + "dependsOn:['nsg'],properties:{}}]}}}";
        try (EmbeddedArm arm = open(file)) {
            ArmResponse accepted = arm.send(ArmRequest.of(Method.PUT, URI.create(path), body));
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);
        }

        try (EmbeddedArm arm = open(file)) {
            arm.pause().pause(Duration.ofMinutes(10));
            ArmResponse shown = arm.send(ArmRequest.get(URI.create(path)));
            assertThat(Rig.text(shown, "/properties/provisioningState")).isEqualTo("Succeeded");
        }
        assertThat(Files.readString(folder.resolve("world.json.state"))).doesNotContain(CANARY);
    }

    @Test
    void a_state_of_another_world_file_is_refused_and_stays() throws Exception {
        open(world("")).close();
        byte[] kept = Files.readAllBytes(folder.resolve("world.json.state"));

        Path changed = world(",features:[]");

        assertThatThrownBy(() -> open(changed))
                .isInstanceOf(StateMismatchException.class)
                .hasMessageContaining("another world file");
        assertThat(folder.resolve("world.json.state")).hasBinaryContent(kept);
    }

    @Test
    void a_broken_world_file_leaves_the_disk_untouched() throws Exception {
        Path file = world(",resources:[{id:'x'}]");

        assertThatThrownBy(() -> open(file)).isInstanceOf(BrokenWorldFileException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
