package dev.belay.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceId;
import dev.belay.emulator.Rig;
import dev.belay.emulator.host.EmbeddedArm;
import dev.belay.emulator.host.Pace;
import dev.belay.emulator.world.WorldInvariants;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many clients at once, with a state on disk. */
final class CrowdTest {

    private static final int THREADS = 8;
    private static final int REQUESTS = 2_000;

    @TempDir private Path folder;
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    private EmbeddedArm open(Path in) throws IOException {
        Path world =
                Files.writeString(
                        folder.resolve("world.json"),
                        "{resourceGroups:[{name:'rg',location:'westus'}]}");
        return EmbeddedArm.open(
                Optional.of(world), Optional.of(in.resolve("w.state")), Pace.BY_POLLS);
    }

    private EmulatorServer serve(EmbeddedArm arm) throws IOException {
        return EmulatorServer.start(
                arm, new EmulatorServer.Settings(0, new Pacing.Clients(10), Optional.empty()));
    }

    /** One client: makes groups and reads each again. */
    private void client(URI server, int number, int requests) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < requests / 2; i++) {
                String path = Rig.SUBSCRIPTION + "/resourceGroups/g-" + number + "-" + i;
                URI uri = URI.create(server + path + "?api-version=2021-04-01");
                HttpRequest put =
                        HttpRequest.newBuilder(uri)
                                .PUT(BodyPublishers.ofString("{location:'westus'}"))
                                .build();
                if (client.send(put, BodyHandlers.ofString()).statusCode() == 201) {
                    answered.add(path);
                }
                client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            }
        } catch (IOException | InterruptedException _) {
            return; // the server has stopped
        }
    }

    private List<Future<?>> crowd(ExecutorService pool, URI server) {
        var running = new ArrayList<Future<?>>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            running.add(pool.submit(() -> client(server, number, REQUESTS / THREADS)));
        }
        return running;
    }

    private void holdsWhatWasAnswered(EmbeddedArm arm) {
        assertThat(WorldInvariants.broken(arm.world())).isEmpty();
        for (String path : answered) {
            assertThat(arm.world().find(ResourceId.of(path))).as(path).isPresent();
        }
    }

    @Test
    void two_thousand_requests_on_eight_threads_lose_no_update() throws Exception {
        EmbeddedArm arm = open(folder);
        try (EmulatorServer server = serve(arm);
                ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            for (Future<?> each : crowd(pool, server.address())) {
                each.get();
            }
        }

        // the files as a killed process leaves them
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String name : List.of("w.state", "w.state.changes", "w.state.key")) {
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        EmbeddedArm again = open(copy);

        assertThat(answered).hasSize(REQUESTS / 2);
        holdsWhatWasAnswered(arm);
        holdsWhatWasAnswered(again);
        assertThat(again.world()).isEqualTo(arm.world());
        arm.close();
        again.close();
    }

    @Test
    void a_stop_amid_requests_keeps_all_that_was_answered() throws Exception {
        EmbeddedArm arm = open(folder);
        EmulatorServer server = serve(arm);
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            crowd(pool, server.address());
            while (answered.size() < 50) {
                Thread.onSpinWait();
            }
            server.close();
        }
        arm.close();

        try (EmbeddedArm again = open(folder)) {
            assertThat(answered).hasSizeBetween(50, REQUESTS / 2 - 1);
            holdsWhatWasAnswered(again);
        }
    }
}
