package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.Method;
import dev.belay.cli.main.FaultyArm.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An ARM that once answers the PUT of the deployment in a way that no client can use. */
final class WireFaultsTest {

    @TempDir private Path folder;

    @Test
    void the_deployment_is_found_again_sent_once_and_kept() throws Exception {
        Files.writeString(
                folder.resolve("world.json"), "{resourceGroups:[{name:'rg',location:'westus'}]}");
        Files.writeString(
                folder.resolve("main.json"),
                "{\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/"
                        + "deploymentTemplate.json#\", \"contentVersion\": \"1.0.0.0\","
                        + "\"resources\": [{\"type\": \"Microsoft.Network/networkSecurityGroups\","
                        + "\"apiVersion\": \"2023-09-01\", \"name\": \"a\","
                        + "\"location\": \"westus\"}]}");
        int firstId = 1;
        for (Fault fault : List.of(Fault.PAGE, Fault.REDIRECT, Fault.CUT, Fault.FOREIGN_LINK)) {
            try (var arm = new FaultyArm(folder.resolve("world.json"))) {
                var writes = new AtomicInteger();
                arm.fault(fault, request -> deploys(request) && writes.incrementAndGet() == 1);
                var belay = new TestProcess(folder, Map.of(), firstId);
                firstId += 100;

                TestProcess.Ended ended =
                        belay.run(
                                "deploy",
                                "-g",
                                "rg",
                                "-f",
                                "main.json",
                                "--store",
                                "s-" + fault,
                                "--arm",
                                arm.address());

                assertThat(ended.exit()).as(fault + ended.out() + ended.err()).isZero();
                assertThat(writes).as(fault.name()).hasValue(1);
            }
        }
    }

    private static boolean deploys(ArmRequest request) {
        return request.method() == Method.PUT && request.uri().getPath().contains("/deployments/");
    }
}
