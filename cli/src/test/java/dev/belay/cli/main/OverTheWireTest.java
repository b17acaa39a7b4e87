package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.ArmTransport;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.client.http.HttpArmTransport;
import dev.belay.emulator.host.EmbeddedArm;
import dev.belay.emulator.host.Pace;
import dev.belay.emulator.http.EmulatorServer;
import dev.belay.emulator.http.Pacing;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The embedded ARM in a process of its own. */
final class OverTheWireTest {

    private static final String GROUP =
            "/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg";
    private static final String NSG = GROUP + "/providers/Microsoft.Network/networkSecurityGroups/";
    private static final String DEPLOYMENT =
            GROUP + "/providers/Microsoft.Resources/deployments/d1";
    private static final String TEMPLATE =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "contentVersion": "1.0.0.0",
             "resources": [
              {"type": "Microsoft.Network/networkSecurityGroups", "apiVersion": "2023-09-01",
               "name": "a", "location": "westus"},
              {"type": "Microsoft.Network/networkSecurityGroups", "apiVersion": "2023-09-01",
               "name": "b", "location": "westus",
               "dependsOn": ["[resourceId('Microsoft.Network/networkSecurityGroups', 'a')]"]}]}
            """;
    private static final String FAILS_AT_B =
            ",faults:[{when:{method:'PUT',id:'"
                    + NSG
                    + "b',stage:'provisioning'},"
                    + "then:{fail:{status:409,code:'Conflict',message:'no'}}}]";

    @TempDir private Path folder;
    private TestProcess belay;

    @BeforeEach
    void files() throws IOException {
        belay = new TestProcess(folder, Map.of("XDG_STATE_HOME", folder.toString()), 1);
        Files.writeString(folder.resolve("main.json"), TEMPLATE);
        world("");
    }

    private void world(String members) throws IOException {
        Files.writeString(
                folder.resolve("world.json"),
                "{resourceGroups:[{name:'rg',location:'westus'}]" + members + "}");
    }

    private static ArmRequest request(Method method, String path, String body) {
        URI uri = URI.create(path + "?api-version=2023-09-01");
        return body.isEmpty() ? ArmRequest.of(method, uri) : ArmRequest.of(method, uri, body);
    }

    private static List<ArmRequest> scenario() {
        var all = new ArrayList<ArmRequest>();
        String deployment = "{properties:{mode:'Incremental',template:" + TEMPLATE + "}}";
        all.add(request(Method.PUT, NSG + "c", "{location:'westus' /* here */}"));
        all.add(request(Method.PUT, DEPLOYMENT, deployment));
        for (int i = 0; i < 6; i++) {
            all.add(request(Method.GET, DEPLOYMENT, ""));
            all.add(request(Method.GET, NSG + "c", ""));
        }
        all.add(request(Method.DELETE, NSG + "c", ""));
        all.add(request(Method.GET, NSG + "none", ""));
        return all;
    }

    private static List<String> looks(ArmTransport arm) throws NoAnswerException {
        var seen = new ArrayList<String>();
        for (String path : List.of(DEPLOYMENT + "/operations", DEPLOYMENT, NSG + "a", GROUP)) {
            ArmResponse answer = arm.send(request(Method.GET, path, ""));
            seen.add(answer.status() + " " + answer.body());
        }
        return seen;
    }

    @Test
    void the_same_requests_in_process_and_over_the_wire_lead_to_equal_worlds() throws Exception {
        Optional<Path> file = Optional.of(folder.resolve("world.json"));
        EmbeddedArm near = EmbeddedArm.open(file, Optional.empty(), Pace.BY_POLLS);
        EmbeddedArm far = EmbeddedArm.open(file, Optional.empty(), Pace.BY_POLLS);
        var settings = new EmulatorServer.Settings(0, new Pacing.Recorded(), Optional.empty());

        try (EmulatorServer server = EmulatorServer.start(far, settings);
                var wire = new HttpArmTransport(server.address(), Duration.ofSeconds(60))) {
            for (ArmRequest request : scenario()) {
                ArmResponse here = near.send(request);
                ArmResponse there = wire.send(request);
                assertThat(there.status()).isEqualTo(here.status());
                assertThat(there.body()).isEqualTo(here.body());
            }
        }

        assertThat(far.world()).isEqualTo(near.world());
    }

    @Test
    void a_server_killed_amid_a_deployment_goes_on_from_its_state() throws Exception {
        String[] words = {"--world", "world.json", "--state", "w.state"};
        List<String> before;
        try (EmulatorProcess first = EmulatorProcess.start(folder, words);
                var arm = new HttpArmTransport(first.address(), Duration.ofSeconds(60))) {
            arm.send(scenario().get(1));
            arm.send(request(Method.GET, DEPLOYMENT, ""));
            first.kill();
        }
        try (EmulatorProcess second = EmulatorProcess.start(folder, words);
                var arm = new HttpArmTransport(second.address(), Duration.ofSeconds(60))) {
            before = looks(arm);
            looks(arm);
            second.kill();
        }
        try (EmulatorProcess third = EmulatorProcess.start(folder, words);
                var arm = new HttpArmTransport(third.address(), Duration.ofSeconds(60))) {
            List<String> ended = looks(arm);
            while (!ended.get(1).contains("\"provisioningState\":\"Succeeded\"")) {
                ended = looks(arm);
            }
            assertThat(before.getFirst()).startsWith("200 ");
            assertThat(before.get(1)).contains("Running");
            assertThat(ended.get(2)).contains("Succeeded");
            List<String> last = looks(arm);
            third.kill();

            try (EmulatorProcess fourth = EmulatorProcess.start(folder, words);
                    var again = new HttpArmTransport(fourth.address(), Duration.ofSeconds(60))) {
                assertThat(looks(again)).isEqualTo(last);
                assertThat(fourth.stop()).isZero();
            }
        }
    }

    @Test
    void a_deployment_that_fails_is_undone_over_the_wire() throws Exception {
        world(FAILS_AT_B);
        try (EmulatorProcess arm = EmulatorProcess.start(folder, "--world", "world.json")) {
            TestProcess.Ended ended = deploy(arm.address().toString());

            assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(3);
            assertThat(ended.out()).contains("RESTORED");
        }
    }

    private TestProcess.Ended deploy(String arm) {
        return belay.run("deploy", "-g", "rg", "-f", "main.json", "--arm", arm, "--store", "s");
    }

    @Test
    void an_arm_that_is_not_there_is_named_and_nothing_touched() {
        TestProcess.Ended ended = deploy("http://127.0.0.1:1");

        assertThat(ended.exit()).isEqualTo(6);
        assertThat(ended.err())
                .contains("Nothing listens at 'http://127.0.0.1:1'", "Nothing was touched");
        assertThat(belay.run("list", "--store", "s").out()).doesNotContain("rg ");
    }

    @Test
    void an_address_that_is_none_is_bad_input() {
        for (String arm : List.of("127.0.0.1:80", "ftp://x", "http://x/path", "http://u:p@x")) {
            TestProcess.Ended ended = deploy(arm);

            assertThat(ended.exit()).as(arm).isEqualTo(2);
            assertThat(ended.err()).contains("'--arm' takes an address");
        }
    }
}
