package dev.belay.workflow.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A temporary folder in which {@code git} is run; gone when closed. */
record GitFolder(Path folder, Duration timeout) implements AutoCloseable {

    /** No hooks, no commands in place of addresses, no questions. */
    private static final List<String> SETTINGS =
            List.of(
                    "-c",
                    "core.hooksPath=/dev/null",
                    "-c",
                    "protocol.ext.allow=never",
                    "-c",
                    "credential.interactive=false",
                    "-c",
                    "gc.auto=0");

    /** Set where git runs inside another repository's hook; they would point it there. */
    private static final List<String> POINTERS =
            List.of(
                    "GIT_DIR",
                    "GIT_WORK_TREE",
                    "GIT_INDEX_FILE",
                    "GIT_OBJECT_DIRECTORY",
                    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                    "GIT_NAMESPACE",
                    "GIT_PREFIX");

    /**
     * How a run ended.
     *
     * @param ended whether it ended in time
     */
    record Result(boolean ended, int code, ByteBuffer output, String error) {

        String text() {
            return StandardCharsets.UTF_8.decode(output.duplicate()).toString();
        }

        /** Git's own last words, without credentials. */
        String reason() {
            String last =
                    error.lines()
                            .filter(line -> line.startsWith("fatal:") || line.startsWith("error:"))
                            .findFirst()
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .orElse("git ended with " + code);
            return Addresses.withoutCredentials(last) + (last.endsWith(".") ? "" : ".");
        }
    }

    static GitFolder create(Path temporary, Duration timeout) throws IOException {
        return new GitFolder(Files.createTempDirectory(temporary, "belay-git-"), timeout);
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add("git");
        command.addAll(SETTINGS);
        command.addAll(List.of(arguments));
        Path output = folder.resolve("belay-out");
        Path error = folder.resolve("belay-err");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(output.toFile())
                        .redirectError(error.toFile());
        prepare(builder.environment());
        Process process = builder.start();
        boolean ended;
        try {
            ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            end(process);
        }
        return new Result(
                ended,
                ended ? process.exitValue() : -1,
                ByteBuffer.wrap(Files.readAllBytes(output)).asReadOnlyBuffer(),
                Files.readString(error, StandardCharsets.ISO_8859_1));
    }

    private static void prepare(Map<String, String> environment) {
        POINTERS.forEach(environment::remove);
        environment.put("LC_ALL", "C");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_ASKPASS", "true");
        environment.put("SSH_ASKPASS_REQUIRE", "never");
        environment.putIfAbsent("GIT_SSH_COMMAND", "ssh -oBatchMode=yes");
    }

    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
