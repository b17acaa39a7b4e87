package dev.belay.workflow.execution;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.ArmTransport;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.emulator.host.EmbeddedArm;
import dev.belay.json.JsonReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The embedded ARM with a group of two security groups; it counts deployments. */
final class WatchedArm implements ArmTransport {

    static final String GROUP =
            "/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg";
    static final String NSG = GROUP + "/providers/Microsoft.Network/networkSecurityGroups/";

    /** The transactions whose deployment reached ARM, as often as it did. */
    final List<String> deployed = Collections.synchronizedList(new ArrayList<>());

    final EmbeddedArm arm;

    /**
     * @param more further members of the world file
     */
    WatchedArm(String more) {
        this.arm = open(more);
    }

    private static EmbeddedArm open(String more) {
        String world =
                "{\"resourceGroups\":[{\"name\":\"rg\",\"location\":\"westeurope\"}],\"resources\":["
                        + nsg("web")
                        + ","
                        + nsg("data")
                        + "]"
                        + more
                        + "}";
        try {
            Path file = Files.createTempFile("world", ".json");
            Files.writeString(file, world);
            EmbeddedArm opened = EmbeddedArm.open(file, Optional.empty());
            Files.delete(file);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nsg(String name) {
        return "{\"id\":\""
                + NSG
                + name
                + "\",\"apiVersion\":\"2023-09-01\",\"body\":{\"location\":\"westeurope\","
                + "\"tags\":{\"release\":\"1\"},\"properties\":{}}}";
    }

    @Override
    public ArmResponse send(ArmRequest request) throws NoAnswerException {
        String path = request.uri().getPath();
        if (request.method() == Method.PUT && path.contains("/Microsoft.Resources/deployments/")) {
            deployed.add(
                    JsonReader.lenient()
                            .read(request.body().orElse("{}"))
                            .textAt("/tags/belay-transaction")
                            .orElse("?"));
        }
        return arm.send(request);
    }

    /** What stands in the group: name of a security group to the tag {@code release}. */
    Map<String, String> releases() {
        var found = new LinkedHashMap<String, String>();
        for (String name : List.of("web", "data", "new", "other")) {
            try {
                ArmResponse answer =
                        arm.send(
                                ArmRequest.get(URI.create(NSG + name + "?api-version=2023-09-01")));
                if (answer.status() == 200) {
                    found.put(
                            name,
                            JsonReader.lenient()
                                    .read(answer.body())
                                    .textAt("/tags/release")
                                    .orElse(""));
                }
            } catch (NoAnswerException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    /** What others do to ARM. */
    ArmResponse request(ArmRequest request) {
        try {
            return arm.send(request);
        } catch (NoAnswerException e) {
            throw new IllegalStateException(e);
        }
    }
}
