package dev.belay.workflow.execution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A script in a shell of its own session, so that all it starts can be stopped with it.
 *
 * @param hidden whether the script holds a secret: then it is handed over in a variable, since
 *     everybody on the machine can read a process's arguments
 */
record ShellCommand(String script, boolean hidden, Map<String, String> variables, Path folder) {

    private static final String SCRIPT = "BELAY_SCRIPT";
    private static final String FROM_VARIABLE =
            "belay_script=$" + SCRIPT + "; unset " + SCRIPT + "; eval \"$belay_script\"";
    private static final List<Path> SETSID =
            List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    /** How long a process has between being asked to end and being ended. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final long LOOK_MILLIS = 100;

    ShellCommand {
        variables = Map.copyOf(variables);
    }

    /** How it ended. */
    sealed interface End {
        record Exited(int code) implements End {}

        record NotStarted(String reason) implements End {}

        record TimedOut() implements End {}

        record Cancelled() implements End {}
    }

    ShellCommand with(Map<String, String> more) {
        var all = new LinkedHashMap<>(variables);
        all.putAll(more);
        return new ShellCommand(script, hidden, all, folder);
    }

    End run(RunSession session, Optional<Duration> timeout, StepNotes notes) {
        Process process;
        try {
            process = builder().start();
        } catch (IOException e) {
            return new End.NotStarted("The shell cannot be started: " + e.getMessage());
        }
        Thread reader = Thread.ofVirtual().start(() -> read(process, notes));
        try {
            End end = await(process, session, timeout);
            // what it left running in the background may hold the pipe open
            reader.join(GRACE);
            return end;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop(process);
            throw new IllegalStateException("Interrupted while a shell ran.", interrupted);
        } catch (RuntimeException stopped) {
            stop(process);
            throw stopped;
        }
    }

    private ProcessBuilder builder() {
        var command = new ArrayList<String>();
        setsid().ifPresent(program -> command.add(program.toString()));
        command.addAll(List.of("/bin/sh", "-e", "-c", hidden ? FROM_VARIABLE : script));
        var builder = new ProcessBuilder(command);
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(variables);
        if (hidden) {
            builder.environment().put(SCRIPT, script);
        }
        return builder;
    }

    private static Optional<Path> setsid() {
        return SETSID.stream().filter(Files::isExecutable).findFirst();
    }

    private static End await(Process process, RunSession session, Optional<Duration> timeout)
            throws InterruptedException {
        Duration start = session.monotonic();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            session.checkpoint();
            if (session.cancelled()) {
                stop(process);
                return new End.Cancelled();
            }
            Duration ran = session.monotonic().minus(start);
            if (timeout.filter(limit -> ran.compareTo(limit) > 0).isPresent()) {
                stop(process);
                return new End.TimedOut();
            }
        }
        return new End.Exited(process.exitValue());
    }

    private static void read(Process process, StepNotes notes) {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(notes::say);
        } catch (IOException | UncheckedIOException _) {
            notes.say("(the rest of what it printed is lost)");
        }
    }

    /** Asks the whole process group to end, and ends it when it does not. */
    private static void stop(Process process) {
        List<ProcessHandle> below = process.descendants().toList();
        signal("TERM", process);
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                signal("KILL", process);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        signal("KILL", process);
        below.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void signal(String name, Process process) {
        if (setsid().isEmpty()) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder(
                            "/bin/sh",
                            "-c",
                            "kill -s " + name + " -- -" + process.pid() + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("A shell step cannot be stopped.", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
