package dev.belay.cli.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that prints the signals it gets and ends with 130 at the second. */
final class SignalledProcess {

    private SignalledProcess() {}

    static Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SignalledProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws InterruptedException {
        var second = new CountDownLatch(2);
        try (Signals.Listening _ =
                new ProcessSignals()
                        .listen(
                                times -> {
                                    System.out.println("signal " + times);
                                    second.countDown();
                                })) {
            System.out.println("ready");
            second.await();
        }
        System.exit(130);
    }
}
