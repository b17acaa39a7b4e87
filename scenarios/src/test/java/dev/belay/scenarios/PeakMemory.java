package dev.belay.scenarios;

import dev.belay.cli.main.Main;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program; at its end it tells on standard error how much memory it had at most. */
public final class PeakMemory {

    /** What stands before the number of kibibytes. */
    static final String TOLD = "Peak resident memory, KiB: ";

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    private PeakMemory() {}

    public static void main(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(PeakMemory::tell));
        Main.main(arguments);
    }

    /** Whether this system tells a process's peak. */
    static boolean told() {
        return Files.isReadable(STATUS);
    }

    private static void tell() {
        try {
            String line =
                    Files.readAllLines(STATUS).stream()
                            .filter(each -> each.startsWith(PEAK))
                            .findFirst()
                            .orElseThrow();
            System.err.println(TOLD + line.replaceAll("\\D", ""));
            System.err.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
