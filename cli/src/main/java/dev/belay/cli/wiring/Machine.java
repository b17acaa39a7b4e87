package dev.belay.cli.wiring;

import dev.belay.transaction.run.Owner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** This machine and process, as stores and people know them. */
final class Machine {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path NAME = Path.of("/proc/sys/kernel/hostname");

    private Machine() {}

    /**
     * Names the kernel as it runs now: file locks hold between processes that share it, containers
     * included, and none of them outlives it.
     */
    static String identity(Surroundings around) {
        return line(BOOT).orElseGet(() -> hostName(around));
    }

    static Owner owner(Surroundings around) {
        String user = System.getProperty("user.name", "somebody");
        return new Owner(user, hostName(around), Long.toString(ProcessHandle.current().pid()));
    }

    private static String hostName(Surroundings around) {
        return line(NAME)
                .or(() -> around.variable("HOSTNAME"))
                .or(() -> around.variable("COMPUTERNAME"))
                .orElse("this machine");
    }

    private static Optional<String> line(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException _) {
            return Optional.empty(); // not Linux, or not readable here: the next source answers
        }
    }
}
