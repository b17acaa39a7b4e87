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

    /** The header by which the embedded ARM knows who acts. */
    private static final String PRINCIPAL = "x-belay-principal";

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

    /** The same way, taken as a principal that the world file of the embedded ARM lists. */
    public Connection as(String principal) {
        return new Connection(
                request -> arm.send(request.withHeader(PRINCIPAL, principal)),
                origin,
                clock,
                virtualTime,
                pause,
                fanout,
                closing);
    }

    @Override
    public void close() {
        closing.close();
    }
}
