package dev.belay.scenarios;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.cli.main.Belay;
import dev.belay.cli.wiring.Signals;
import dev.belay.cli.wiring.Surroundings;
import dev.belay.cli.wiring.Wiring;
import dev.belay.emulator.host.EmbeddedArm;
import dev.belay.json.Json;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonWriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One folder with a world and a store in it, and the program as a person runs it: each command
 * opens the world, works, and leaves what it became.
 */
final class Scene {

    static final String SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000002";

    private final Path folder;
    private final String store;
    private final String arm;

    private Scene(Path folder, String store, String arm) {
        this.folder = folder;
        this.store = store;
        this.arm = arm;
    }

    /**
     * @param folder an empty folder
     * @param world the text of a world file
     */
    static Scene in(Path folder, String world) {
        var scene = new Scene(folder, "store", "embedded:world.json");
        scene.file("world.json", world);
        return scene;
    }

    /**
     * The program against an ARM that is served; {@link #arm()} and {@link #outside()} are not for
     * it.
     *
     * @param folder an empty folder
     */
    static Scene against(URI address, Path folder) {
        return new Scene(folder, "store", address.toString());
    }

    /** The same world as somebody else sees it, who keeps transactions elsewhere. */
    Scene anotherStore(String name) {
        return new Scene(folder, name, arm);
    }

    /**
     * What a command did.
     *
     * @param exit the exit code
     * @param out all of standard output, one JSON value a line
     * @param err all of standard error
     */
    record Ran(int exit, String out, String err) {

        List<Json> events() {
            return out.lines().map(JsonReader.strict()::read).toList();
        }

        /** The last line: the report. */
        Json report() {
            return events().getLast();
        }

        String verdict() {
            return report().textAt("/verdict").orElse("none");
        }

        /** Of the innermost failed operation; {@code none} if nothing failed. */
        String failureCode() {
            return report().textAt("/failure/code").orElse("none");
        }

        String transaction() {
            return report().textAt("/transaction").orElseThrow();
        }
    }

    /** Writes a file of this scene. */
    Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name, Json json) {
        return file(name, JsonWriter.pretty(json));
    }

    Path folder() {
        return folder;
    }

    /** Runs {@code belay} with {@code --output json} against this scene's world and store. */
    Ran belay(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--output", "json"));
        return run(all);
    }

    /** Runs {@code belay} as it prints for people. */
    Ran belayText(String... arguments) {
        return run(List.of(arguments));
    }

    /** Runs a command that asks nothing of ARM and keeps nothing. */
    Ran belayAlone(String... arguments) {
        return ran(List.of(arguments));
    }

    private Ran run(List<String> arguments) {
        var all = new ArrayList<>(arguments);
        all.addAll(List.of("--arm", arm, "--store", store));
        return ran(all);
    }

    private Ran ran(List<String> all) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit;
        try (var outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                var errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            var around = new Surroundings(Map.of(), folder, folder, outStream, errStream, false);
            exit = Belay.run(all, new Wiring(around, Signals.NONE, Instant::now, UUID::randomUUID));
        }
        return new Ran(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A stranger's look at the world as the last command left it. */
    OutsideReader outside() {
        return new OutsideReader(arm());
    }

    /** The embedded ARM as the last command left it, in a copy: what is done to it is not kept. */
    EmbeddedArm arm() {
        try {
            Path look = Files.createTempDirectory(folder, "look");
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Scene::ofTheWorld).toList()) {
                    Files.copy(file, look.resolve(file.getFileName()));
                }
            }
            return EmbeddedArm.open(
                    look.resolve("world.json"), Optional.of(look.resolve("world.json.state")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What somebody else does between two commands. */
    void colleague(Bystander.Request request) {
        try (EmbeddedArm arm =
                EmbeddedArm.open(
                        folder.resolve("world.json"),
                        Optional.of(folder.resolve("world.json.state")))) {
            Method method = Method.valueOf(request.method());
            URI path = URI.create(request.path());
            ArmResponse answer =
                    arm.send(
                            request.body().isEmpty()
                                    ? ArmRequest.of(method, path)
                                    : ArmRequest.of(
                                            method,
                                            path,
                                            JsonWriter.compact(
                                                    JsonReader.lenient().read(request.body()))));
            if (answer.status() >= 300) {
                throw new AssertionError(request + ": " + answer);
            }
        } catch (NoAnswerException e) {
            throw new AssertionError(request.path(), e);
        }
    }

    private static boolean ofTheWorld(Path file) {
        return file.getFileName().toString().startsWith("world.json");
    }
}
