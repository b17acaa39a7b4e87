package dev.belay.cli.wiring;

import dev.belay.emulator.host.EmbeddedArm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the embedded ARM of a world file. Its time is virtual, so its tasks run in order. */
final class Embedded {

    private static final String STATE = ".state";

    private Embedded() {}

    /**
     * @param monotonic real time since an arbitrary start
     */
    static Connection open(Path worldFile, Supplier<Duration> monotonic) {
        Path file = worldFile.toAbsolutePath();
        Path state = file.resolveSibling(file.getFileName() + STATE);
        EmbeddedArm arm = EmbeddedArm.open(file, Optional.of(state));
        return new Connection(
                arm,
                "embedded:" + file,
                arm.clock(monotonic),
                true,
                arm.pause(),
                new InOrder(),
                arm::close);
    }
}
