package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.client.http.HttpArmTransport;
import dev.belay.emulator.host.EmbeddedArm;
import dev.belay.emulator.host.Pace;
import dev.belay.emulator.http.EmulatorServer;
import dev.belay.emulator.http.Pacing;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * A real template in a world of its own that is served over HTTP, and the program that deploys it
 * there. Whoever looks, looks over HTTP too.
 */
final class RealScene implements AutoCloseable {

    static final String GROUP = Scene.SUBSCRIPTION + "/resourceGroups/rg-real";

    private static final int SHORTEST_WAIT = 1;

    private final RealTemplate template;
    private final EmbeddedArm arm;
    private final EmulatorServer server;
    private final HttpArmTransport transport;
    private final OutsideReader outside;
    private final Scene scene;

    /**
     * One write of version 2, failing.
     *
     * @param nth which PUT of that id fails, counted from 1 and from the world's standing
     * @param stage {@code request} or {@code provisioning}
     */
    record Point(String id, int nth, String stage) {}

    private RealScene(RealTemplate template, EmbeddedArm arm, EmulatorServer server, Scene scene) {
        this.template = template;
        this.arm = arm;
        this.server = server;
        this.scene = scene;
        this.transport = new HttpArmTransport(server.address(), Duration.ofSeconds(60));
        this.outside = new OutsideReader(transport);
    }

    /**
     * @param folder where the program keeps its files; made
     * @param points what fails
     */
    static RealScene of(RealTemplate template, Path folder, List<Point> points) {
        try {
            Files.createDirectories(folder);
            String text = world(template, points).toText();
            Path world = Files.writeString(folder.resolve("world.json"), text);
            EmbeddedArm arm = EmbeddedArm.open(Optional.of(world), Optional.empty(), Pace.BY_POLLS);
            return of(template, folder, arm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RealScene of(RealTemplate template, Path folder, EmbeddedArm arm)
            throws BindException {
        var pacing = new Pacing.Clients(SHORTEST_WAIT);
        EmulatorServer server =
                EmulatorServer.start(arm, new EmulatorServer.Settings(0, pacing, Optional.empty()));
        Scene scene = Scene.against(server.address(), folder);
        scene.file("v1.json", template.first());
        scene.file("v2.json", template.second());
        scene.file("parameters.json", template.parameterFile());
        return new RealScene(template, arm, server, scene);
    }

    private static JsonObject world(RealTemplate template, List<Point> points) {
        Json group =
                JsonObject.of("name", Json.of("rg-real"), "location", Json.of(template.location()));
        return JsonObject.builder()
                .put("resourceGroups", Json.array(group))
                .put("resources", new JsonArray(template.world()))
                .put("faults", new JsonArray(points.stream().map(RealScene::fault).toList()))
                .build();
    }

    private static Json fault(Point point) {
        return JsonReader.strict()
                .read(
                        """
                        {"when": {"method": "PUT", "id": "%s", "nth": %d, "stage": "%s"},
                         "then": {"fail": {"status": 409, "code": "Belay.Refused", "message": "Refused by the world file."}},
                         "times": 1}\
                        """
                                .formatted(point.id(), point.nth(), point.stage()));
    }

    void deployFirst() {
        Scene.Ran first = deploy("v1");
        assertThat(first.exit()).as(first.toString()).isZero();
        assertThat(first.verdict()).isEqualTo("COMMITTED");
    }

    /**
     * @param onFailure {@code rollback} or {@code keep}
     */
    Scene.Ran deploySecond(String onFailure) {
        return deploy("v2", "--on-failure", onFailure);
    }

    private Scene.Ran deploy(String version, String... more) {
        var words = new ArrayList<>(List.of("deploy", "-g", "rg-real", "-n", version));
        words.addAll(List.of("-f", version + ".json", "-p", "parameters.json"));
        words.addAll(List.of(more));
        return scene.belay(words.toArray(String[]::new));
    }

    /** The ids that a deployment wrote, nested ones included. */
    SequencedSet<String> touched(String deployment) {
        return outside.touched(record(deployment));
    }

    /** The ids whose write by a deployment succeeded, nested ones included. */
    SequencedSet<String> succeeded(String deployment) {
        return outside.succeeded(record(deployment));
    }

    private static String record(String deployment) {
        return GROUP + "/providers/Microsoft.Resources/deployments/" + deployment;
    }

    /** Everything that stands in the group now. */
    SequencedSet<String> listed() {
        return outside.listed(GROUP);
    }

    /**
     * Bodies by lower-case id of what stands in the group and of these, with the services of every
     * storage account.
     */
    Map<String, Json> look(SequencedSet<String> ids) {
        var all = new LinkedHashSet<>(listed());
        all.addAll(ids);
        for (String id : List.copyOf(all)) {
            if (OutsideReader.typeOf(id).equals("microsoft.storage/storageaccounts")) {
                for (String service : List.of("blob", "file", "queue", "table")) {
                    all.add(id + "/" + service + "Services/default");
                }
            }
        }
        var versions = new HashMap<>(template.apiVersions());
        for (String service : List.of("blob", "file", "queue", "table")) {
            versions.put("microsoft.storage/storageaccounts/" + service + "services", "2021-09-01");
        }
        return outside.bodies(all, versions);
    }

    @Override
    public void close() {
        transport.close();
        server.close();
        arm.close();
    }
}
