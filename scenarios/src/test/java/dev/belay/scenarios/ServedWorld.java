package dev.belay.scenarios;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.client.http.HttpArmTransport;
import dev.belay.json.Json;
import dev.belay.json.JsonReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A world served by {@code belay emulator}: it outlives the clients that are killed. */
final class ServedWorld implements AutoCloseable {

    private static final String LOG = "requests.jsonl";

    private final Path folder;
    private BelayProcess server;
    private final HttpArmTransport transport;
    private final URI address;

    private ServedWorld(Path folder, BelayProcess server, URI address) {
        this.folder = folder;
        this.server = server;
        this.address = address;
        this.transport = new HttpArmTransport(address, Duration.ofSeconds(60));
    }

    static ServedWorld start(Path folder, String world) {
        try {
            Files.writeString(folder.resolve("world.json"), world);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BelayProcess server = serve(folder, "0");
        return new ServedWorld(folder, server, listening(server));
    }

    private static BelayProcess serve(Path folder, String port) {
        return BelayProcess.start(
                folder,
                Map.of(),
                "emulator",
                "--world",
                "world.json",
                "--state",
                "world.state",
                "--request-log",
                LOG,
                "--port",
                port);
    }

    private static URI listening(BelayProcess server) {
        String ready = "Listening on ";
        while (!server.out().contains("\n")) {
            if (!server.alive()) {
                throw new IllegalStateException("It does not serve: " + server.printed());
            }
            Thread.onSpinWait();
        }
        String line = server.out().lines().filter(l -> l.startsWith(ready)).findFirst().orElse("");
        return URI.create(line.substring(ready.length()));
    }

    String address() {
        return address.toString();
    }

    /** SIGKILL. */
    void kill() {
        server.kill();
    }

    /** From its state, at the same address. */
    void startAgain() {
        server = serve(folder, Integer.toString(address.getPort()));
        listening(server);
    }

    OutsideReader outside() {
        return new OutsideReader(transport);
    }

    /** A colleague deletes something; the status of the answer. */
    int delete(String path, String apiVersion) {
        URI uri = URI.create(path + "?api-version=" + apiVersion);
        try {
            return transport.send(ArmRequest.of(Method.DELETE, uri)).status();
        } catch (NoAnswerException e) {
            throw new AssertionError(path, e);
        }
    }

    /** A request as the server logged it. */
    record Logged(String method, String path, int status) {

        boolean accepted() {
            return status >= 200 && status < 300;
        }

        boolean write() {
            return !method.equals("GET") && !method.equals("HEAD") && !method.equals("POST");
        }

        /** Whether its path lies below this one; the empty path is above all. */
        boolean below(String root) {
            return path.startsWith(root + "/");
        }

        boolean deployment() {
            return path.toLowerCase(Locale.ROOT).contains("/microsoft.resources/deployments/");
        }
    }

    /** Everything that was asked below a path, oldest first. */
    List<Logged> requests(String below) {
        try {
            return Files.readAllLines(folder.resolve(LOG)).stream()
                    .map(JsonReader.strict()::read)
                    .map(ServedWorld::logged)
                    .filter(request -> request.below(below))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Logged logged(Json line) {
        return new Logged(
                line.textAt("/method").orElseThrow(),
                line.textAt("/path").orElseThrow(),
                line.at("/status").map(Json::toText).map(Integer::parseInt).orElse(0));
    }

    @Override
    public void close() {
        transport.close();
        server.close();
    }
}
