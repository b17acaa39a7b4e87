package dev.belay.cli.wiring;

import dev.belay.emulator.host.EmbeddedArm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Opens the embedded ARM of a world file. Its time is virtual, so its tasks run in order. */
final class Embedded {

    private static final String STATE = ".state";

    private Embedded() {}

    static Connection open(Path worldFile) {
        Path file = worldFile.toAbsolutePath();
        Path state = file.resolveSibling(file.getFileName() + STATE);
        EmbeddedArm arm = EmbeddedArm.open(file, Optional.of(state));
        return new Connection(
                arm,
                "embedded:" + file,
                arm.clock(() -> Duration.ofNanos(System.nanoTime())),
                arm.pause(),
                new InOrder(),
                arm::close);
    }
}
