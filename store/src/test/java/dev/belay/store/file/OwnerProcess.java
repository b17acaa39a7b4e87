package dev.belay.store.file;

import dev.belay.arm.Scope;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A process that takes a lease, says so and waits for its end. */
final class OwnerProcess {

    private OwnerProcess() {}

    static Process start(Path directory) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                OwnerProcess.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said = process.inputReader().readLine();
        if (!"leased".equals(said)) {
            throw new IOException("The other process said " + said);
        }
        return process;
    }

    /** Holds the lease until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        var store =
                new FileTransactionStore(
                        Path.of(arguments[0]), "host", () -> Instant.EPOCH, System.err::println);
        store.leases("tenant")
                .acquire(
                        "t1", List.of(new Scope.ResourceGroup("s", "shop")), Duration.ofMinutes(3));
        System.out.println("leased");
        int end = System.in.read();
        System.exit(end < 0 ? 0 : 1);
    }
}
