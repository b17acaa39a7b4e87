package dev.belay.cli.wiring;

import static java.util.Objects.requireNonNull;

import dev.belay.emulator.host.EmbeddedArm;
import dev.belay.emulator.host.Pace;
import dev.belay.emulator.http.EmulatorServer;
import dev.belay.emulator.http.Pacing;

import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** An embedded ARM that serves over HTTP until it is closed. */
public final class Emulator implements AutoCloseable {

    private static final int SHORTEST_WAIT = 10;

    /**
     * What it is asked for.
     *
     * @param world empty: a tenant with nothing in it
     * @param state empty: the world ends with the process
     * @param port 0: any that is free
     * @param wall how many times as fast as real time; empty: polls move the clock
     * @param recorded whether clients are told to wait as long as in recordings
     * @param requestLog empty: none
     */
    public record Settings(
            Optional<Path> world,
            Optional<Path> state,
            int port,
            OptionalInt wall,
            boolean recorded,
            Optional<Path> requestLog) {
        public Settings {
            requireNonNull(world);
            requireNonNull(state);
            requireNonNull(wall);
            requireNonNull(requestLog);
        }
    }

    private final EmbeddedArm arm;
    private final EmulatorServer server;

    private Emulator(EmbeddedArm arm, EmulatorServer server) {
        this.arm = arm;
        this.server = server;
    }

    static Emulator start(Settings settings, Supplier<Duration> monotonic) throws BindException {
        OptionalInt wall = settings.wall();
        Pace pace = wall.isPresent() ? new Pace.Wall(wall.getAsInt(), monotonic) : Pace.BY_POLLS;
        // a real second of a clock that runs N times as fast takes a Nth of it
        int wait = wall.isPresent() ? 1000 / wall.getAsInt() : SHORTEST_WAIT;
        Pacing pacing =
                settings.recorded()
                        ? new Pacing.Recorded()
                        : new Pacing.Clients(Math.max(SHORTEST_WAIT, wait));
        EmbeddedArm arm = EmbeddedArm.open(settings.world(), settings.state(), pace);
        try {
            var serving =
                    new EmulatorServer.Settings(settings.port(), pacing, settings.requestLog());
            return new Emulator(arm, EmulatorServer.start(arm, serving));
        } catch (BindException | RuntimeException failed) {
            arm.close();
            throw failed;
        }
    }

    /** Where it listens. */
    public URI address() {
        return server.address();
    }

    /** What was noticed when its state was opened, sentences for people. */
    public List<String> notes() {
        return arm.notes();
    }

    /** Answers what is being answered, stops listening, keeps the world. */
    @Override
    public void close() {
        server.close();
        arm.close();
    }
}
