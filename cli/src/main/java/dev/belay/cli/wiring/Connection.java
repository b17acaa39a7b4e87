package dev.belay.cli.wiring;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.Clock;
import dev.belay.arm.Fanout;
import dev.belay.arm.Pause;
import dev.belay.arm.wire.ArmTransport;

/**
 * An open way to one ARM, with the time that goes with it.
 *
 * @param origin names this ARM, always with the same text
 * @param clock the time that this ARM shows
 * @param virtualTime whether that time passes only when it is waited for
 * @param closing keeps what the embedded ARM became; nothing elsewhere
 */
public record Connection(
        ArmTransport arm,
        String origin,
        Clock clock,
        boolean virtualTime,
        Pause pause,
        Fanout fanout,
        Closing closing)
        implements AutoCloseable {

    /** What has to be done at the end. */
    @FunctionalInterface
    public interface Closing {
        void close();
    }

    public Connection {
        requireNonNull(arm);
        requireNonNull(origin);
        requireNonNull(clock);
        requireNonNull(pause);
        requireNonNull(fanout);
        requireNonNull(closing);
    }

    @Override
    public void close() {
        closing.close();
    }
}
