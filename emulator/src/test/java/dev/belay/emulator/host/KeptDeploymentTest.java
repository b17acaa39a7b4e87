package dev.belay.emulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.emulator.Rig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A deployment of which one process sees the beginning and another one the end. */
final class KeptDeploymentTest {

    private static final String SERVER = Rig.GROUP + "/providers/Microsoft.Sql/servers/sql1";
    private static final String DATABASE = SERVER + "/databases/db1";
    private static final String REFUSED = Rig.NETWORK + "routeTables/refused";
    private static final String DEPLOYMENT =
            Rig.GROUP + "/providers/Microsoft.Resources/deployments/one";

    private static final String STATE = "/properties/onErrorDeployment/provisioningState";

    @TempDir private Path folder;

    private EmbeddedArm open() throws IOException {
        Path world =
                Files.writeString(
                        folder.resolve("world.json"),
                        "{resourceGroups:[{name:'rg',location:'westus'}],resources:[{id:'"
                                + SERVER
                                + "',apiVersion:'2021-11-01',body:{location:'westus',properties:"
                                + "{administratorLogin:'boss',administratorLoginPassword:"
                                + "'Pa55!word'}}},{id:'"
                                + DATABASE
                                + "',apiVersion:'2021-11-01',body:{location:'westus'}}],faults:[{when:{method:"
                                + "'PUT',id:'"
                                + REFUSED
                                + "',stage:'request'},then:{fail:{status:409,code:'Conflict',"
                                + "message:'Refused.'}},times:1}]}");
        return EmbeddedArm.open(world, Optional.of(folder.resolve("w.state")));
    }

    private static ArmResponse send(
            EmbeddedArm arm, Method method, String path, String apiVersion, String body)
            throws NoAnswerException {
        URI uri = URI.create(path + "?api-version=" + apiVersion);
        return arm.send(
                body.isEmpty() ? ArmRequest.of(method, uri) : ArmRequest.of(method, uri, body));
    }

    private static String poll(EmbeddedArm arm) throws NoAnswerException {
        return shown(arm, "/properties/provisioningState");
    }

    private static String shown(EmbeddedArm arm, String pointer) throws NoAnswerException {
        return send(arm, Method.GET, DEPLOYMENT, "2021-04-01", "")
                .json()
                .flatMap(json -> json.textAt(pointer))
                .orElse("");
    }

    private static void deploy(EmbeddedArm arm, String path, String more, String resources)
            throws NoAnswerException {
        ArmResponse put =
                send(
                        arm,
                        Method.PUT,
                        path,
                        "2021-04-01",
                        "{properties:{"
                                + more
                                + ",template:{$schema:'https://schema.management.azure.com/schemas/"
                                + "2019-04-01/deploymentTemplate.json#',contentVersion:'1.0.0.0',"
                                + "resources:["
                                + resources
                                + "]}}}");
        assertThat(put.succeeded()).as(put.body()).isTrue();
    }

    private static String routeTable(String name) {
        return "{type:'Microsoft.Network/routeTables',apiVersion:'2023-09-01',name:'"
                + name
                + "',location:'westus'}";
    }

    @Test
    void a_clean_up_goes_on_in_the_next_process() throws Exception {
        try (EmbeddedArm arm = open()) {
            deploy(arm, DEPLOYMENT, "mode:'Complete'", "");
            poll(arm);
            assertThat(poll(arm)).isEqualTo("Running");
            assertThat(send(arm, Method.GET, DEPLOYMENT + "/operations", "2021-04-01", "").body())
                    .contains("\"Delete\"", "\"Running\"");
        }

        try (EmbeddedArm again = open()) {
            String state = poll(again);
            for (int i = 0; i < 20 && state.equals("Running"); i++) {
                state = poll(again);
            }

            assertThat(state).isEqualTo("Succeeded");
            assertThat(send(again, Method.GET, SERVER, "2021-11-01", "").status()).isEqualTo(404);
        }
    }

    @Test
    void a_deployment_that_is_made_again_on_error_goes_on_in_the_next_process() throws Exception {
        String good = Rig.GROUP + "/providers/Microsoft.Resources/deployments/good";
        try (EmbeddedArm arm = open()) {
            deploy(arm, good, "mode:'Incremental'", routeTable("kept"));
            arm.pause().pause(Duration.ofMinutes(10));
            deploy(
                    arm,
                    DEPLOYMENT,
                    "mode:'Incremental',onErrorDeployment:{type:'LastSuccessful'}",
                    routeTable("refused"));
            for (int i = 0; i < 20 && shown(arm, STATE).isEmpty(); i++) {
                poll(arm);
            }
            assertThat(shown(arm, STATE)).isEqualTo("Running");
        }

        try (EmbeddedArm again = open()) {
            for (int i = 0; i < 50 && shown(again, STATE).equals("Running"); i++) {
                poll(again);
            }

            assertThat(shown(again, STATE)).isEqualTo("Succeeded");
            assertThat(poll(again)).isEqualTo("Failed");
            assertThat(send(again, Method.GET, SERVER, "2021-11-01", "").status()).isEqualTo(404);
        }
    }
}
