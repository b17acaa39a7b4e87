package dev.belay.scenarios;

import dev.belay.cli.main.Main;
import dev.belay.json.Json;
import dev.belay.json.JsonReader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The program as a process of its own, which can be killed and stopped like any other. */
final class BelayProcess implements AutoCloseable {

    private static final String HOLDING = "Holding at ";
    private static final long LONGEST_SECONDS = 180;
    private static final long BETWEEN_LOOKS = 20;

    /** What a shell runs in the background ignores SIGINT, and so does all that it starts. */
    private static final List<String> AS_AT_A_KEYBOARD =
            interruptIgnored() ? List.of("env", "--default-signal=INT") : List.of();

    private final Process process;
    private final Path out;
    private final BufferedReader err;
    private final StringBuilder complaints = new StringBuilder();

    private BelayProcess(Process process, Path out) {
        this.process = process;
        this.out = out;
        this.err = process.errorReader();
    }

    private static boolean interruptIgnored() {
        Path status = Path.of("/proc/self/status"); // Linux only
        try {
            return Files.exists(status)
                    && Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("SigIgn:"))
                            .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                            .anyMatch(signals -> (signals & 2) != 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param folder where it runs
     * @param properties system properties, e.g. where it holds
     */
    static BelayProcess start(Path folder, Map<String, String> properties, String... arguments) {
        List<String> command = new ArrayList<>(List.of("-Xmx256m"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        return start(folder, command, Main.class, List.of(arguments));
    }

    /**
     * A run with the launcher's own options for Java and no others.
     *
     * @param main the program, or what measures it
     */
    static BelayProcess measured(Path folder, Class<?> main, String... arguments) {
        return start(folder, List.of(), main, List.of(arguments));
    }

    private static BelayProcess start(
            Path folder, List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(AS_AT_A_KEYBOARD);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            return new BelayProcess(builder.redirectOutput(out.toFile()).start(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it came to its hold; false if it ended without. */
    boolean holds() {
        try {
            String line = err.readLine();
            while (line != null) {
                complaints.append(line).append('\n');
                if (line.startsWith(HOLDING)) {
                    return true;
                }
                line = err.readLine();
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether a line of its standard output comes to match; false if it ended without.
     *
     * @param pattern a regular expression, found in the text so far
     */
    boolean prints(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        try {
            boolean ended = false;
            while (!wanted.matcher(out()).find()) {
                if (ended) {
                    return false;
                }
                ended = process.waitFor(BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets it go on after its hold. */
    void goOn() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a signal.
     *
     * @param name e.g. {@code STOP}
     */
    void signal(String name) {
        try {
            Process kill =
                    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " failed.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL; returns when it is dead. */
    void kill() {
        process.destroyForcibly();
        exit();
    }

    /** The exit code, once it has ended by itself. */
    int exit() {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It does not end: " + printed());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** What it has printed to standard output. */
    String out() {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line of its standard output, which is the report. */
    Json report() {
        return JsonReader.strict().read(out().lines().toList().getLast());
    }

    /** What it printed at all, once it has ended. */
    String printed() {
        boolean more = !process.isAlive();
        while (more) {
            more = holds(); // reads on to the end
        }
        return out() + complaints;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
