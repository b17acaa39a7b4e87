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
import java.util.Optional;

/** A deployment of which one process sees the beginning and another one the end. */
final class KeptDeploymentTest {

    private static final String SERVER = Rig.GROUP + "/providers/Microsoft.Sql/servers/sql1";
    private static final String DATABASE = SERVER + "/databases/db1";
    private static final String DEPLOYMENT =
            Rig.GROUP + "/providers/Microsoft.Resources/deployments/one";

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
                                + "',apiVersion:'2021-11-01',body:{location:'westus'}}]}");
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
        return send(arm, Method.GET, DEPLOYMENT, "2021-04-01", "")
                .json()
                .orElseThrow()
                .textAt("/properties/provisioningState")
                .orElseThrow();
    }

    @Test
    void a_clean_up_goes_on_in_the_next_process() throws Exception {
        try (EmbeddedArm arm = open()) {
            send(
                    arm,
                    Method.PUT,
                    DEPLOYMENT,
                    "2021-04-01",
                    "{properties:{mode:'Complete',template:{$schema:'https://schema.management"
                            + ".azure.com/schemas/2019-04-01/deploymentTemplate.json#',"
                            + "contentVersion:'1.0.0.0',resources:[]}}}");
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
}
