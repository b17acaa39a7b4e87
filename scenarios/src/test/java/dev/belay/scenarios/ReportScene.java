package dev.belay.scenarios;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.cli.main.Belay;
import dev.belay.cli.wiring.Emulator;
import dev.belay.cli.wiring.Signals;
import dev.belay.cli.wiring.Surroundings;
import dev.belay.cli.wiring.Wiring;
import dev.belay.client.http.HttpArmTransport;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/** A case's world, served over HTTP, with the case's files and a store beside it. */
final class ReportScene implements AutoCloseable {

    private static final String LOG = "requests.jsonl";

    private final Path folder;
    private final Emulator emulator;
    private final HttpArmTransport transport;

    private ReportScene(Path folder, Emulator emulator) {
        this.folder = folder;
        this.emulator = emulator;
        this.transport = new HttpArmTransport(emulator.address(), Duration.ofSeconds(60));
    }

    /**
     * @param folder an empty folder
     * @throws RuntimeException naming what of the world cannot stand
     */
    static ReportScene start(Path folder, Path files, JsonObject world) {
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
            }
            Path file = Files.writeString(folder.resolve("world.json"), world.toText());
            var settings =
                    new Emulator.Settings(
                            Optional.of(file),
                            Optional.empty(),
                            0,
                            OptionalInt.empty(),
                            false,
                            Optional.of(folder.resolve(LOG)));
            return new ReportScene(folder, Wiring.ofProcess().emulator(settings));
        } catch (BindException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Runs {@code belay} in this process. */
    Scene.Ran belay(List<String> words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit;
        try (var outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                var errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            var around = new Surroundings(Map.of(), folder, folder, outStream, errStream, false);
            exit =
                    Belay.run(
                            arguments(words),
                            new Wiring(around, Signals.NONE, Instant::now, UUID::randomUUID));
        }
        return new Scene.Ran(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Starts {@code belay} as a process. */
    BelayProcess process(List<String> words) {
        return BelayProcess.start(
                folder,
                Map.of("belay.test.lease", "PT4S"),
                arguments(words).toArray(String[]::new));
    }

    private List<String> arguments(List<String> words) {
        var all = new ArrayList<>(words);
        if (ReportWords.onArm(words) && !words.contains("--arm")) {
            all.addAll(List.of("--arm", emulator.address().toString()));
            // what a takeover waits out; every request here is answered at once
            if (!words.contains("--request-timeout")) {
                all.addAll(List.of("--request-timeout", "PT5S"));
            }
        }
        if ((ReportWords.onArm(words) || List.of("list", "show").contains(words.getFirst()))
                && !words.contains("--store")) {
            all.addAll(List.of("--store", "store"));
        }
        return all;
    }

    /** The report of the newest transaction of the store, as {@code belay show} tells it. */
    Optional<Json> report() {
        Scene.Ran list = belay(List.of("list", "-o", "json"));
        Optional<String> newest =
                list.exit() == 0 && !list.out().isBlank()
                        ? list.events().stream()
                                .flatMap(line -> transactions(line).stream())
                                .reduce((_, last) -> last)
                        : Optional.empty();
        return newest.map(id -> belay(List.of("show", id, "-o", "json")).events().getLast());
    }

    private static List<String> transactions(Json line) {
        var ids = new ArrayList<String>();
        line.textAt("/transaction").or(() -> line.textAt("/id")).ifPresent(ids::add);
        line.at("/transactions")
                .flatMap(Json::asArray)
                .ifPresent(all -> all.forEach(one -> ids.addAll(transactions(one))));
        return ids;
    }

    OutsideReader outside() {
        return new OutsideReader(transport);
    }

    /** Says in the world's time that something has happened outside. */
    void mark() {
        try {
            transport.send(
                    ArmRequest.of(
                            Method.PUT,
                            URI.create(ReportWorld.MARKER + "?api-version=2022-01-01"),
                            "{\"location\":\"westus\",\"properties\":{}}"));
        } catch (NoAnswerException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A request of the log.
     *
     * @param status 0 where no answer was given
     */
    record Asked(String method, String path, int status) {

        boolean accepted() {
            return status >= 200 && status < 300;
        }

        boolean writes() {
            return List.of("PUT", "PATCH", "DELETE").contains(method);
        }

        boolean about(String id) {
            return path.equalsIgnoreCase(id);
        }

        boolean deployment() {
            return path.matches("(?i).*/providers/microsoft\\.resources/deployments/[^/]+");
        }
    }

    /** Everything that was asked so far, but for the runner's marks. */
    List<Asked> asked() {
        try {
            return Files.readAllLines(folder.resolve(LOG)).stream()
                    .map(JsonReader.strict()::read)
                    .map(
                            line ->
                                    new Asked(
                                            line.textAt("/method").orElseThrow(),
                                            line.textAt("/path").orElseThrow(),
                                            line.at("/status")
                                                    .map(Json::toText)
                                                    .map(Integer::parseInt)
                                                    .orElse(0)))
                    .filter(asked -> !asked.about(ReportWorld.MARKER))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The case's files as they are now. */
    Map<String, byte[]> files(Path originals) {
        var files = new LinkedHashMap<String, byte[]>();
        try (Stream<Path> all = Files.list(originals)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                files.put(name, Files.readAllBytes(folder.resolve(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Override
    public void close() {
        transport.close();
        emulator.close();
    }
}
