package dev.belay.cli.main;

import dev.belay.cli.wiring.Signals;
import dev.belay.cli.wiring.Surroundings;
import dev.belay.cli.wiring.Wiring;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A process that never was: command lines in, what they print and their exit code out. */
final class TestProcess {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Path directory;
    private final Map<String, String> variables;
    private final AtomicLong ids;
    private Instant now = NOW;
    private boolean terminal;

    /**
     * @param firstId what ids are counted from, another number for another process
     */
    TestProcess(Path directory, Map<String, String> variables, int firstId) {
        this.directory = directory;
        this.variables = variables;
        this.ids = new AtomicLong(firstId);
    }

    /**
     * What a command printed.
     *
     * @param out for results
     * @param err for complaints
     */
    record Ended(int exit, String out, String err) {}

    /** The first twelve digits, which make names of deployments, differ. */
    private UUID nextId() {
        return new UUID((0xB31AL << 48) | (ids.incrementAndGet() << 16), 0);
    }

    /** Commands to come print to a terminal. */
    void onTerminal() {
        terminal = true;
    }

    /** Commands to come run later, by real time: what earlier ones held has run out by then. */
    void later(Duration duration) {
        now = now.plus(duration);
    }

    Ended run(String... arguments) {
        return run(Signals.NONE, List.of(arguments));
    }

    Ended run(Signals signals, List<String> arguments) {
        return run(signals, new ByteArrayOutputStream(), arguments);
    }

    /**
     * @param out gets what is printed while it is printed
     */
    Ended run(Signals signals, ByteArrayOutputStream out, List<String> arguments) {
        var err = new ByteArrayOutputStream();
        var around =
                new Surroundings(
                        variables,
                        directory,
                        directory.resolve("home"),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminal);
        int exit = Belay.run(arguments, new Wiring(around, signals, () -> now, this::nextId));
        return new Ended(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The text without the account, host and process that ran the command. */
    static String anybody(String text) {
        return text.replaceAll("\\S+ on \\S+, process \\d+", "somebody");
    }
}
