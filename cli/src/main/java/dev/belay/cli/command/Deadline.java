package dev.belay.cli.command;

import dev.belay.arm.Clock;
import dev.belay.transaction.run.StopSignal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Cancels at a certain time what nobody stopped before. */
final class Deadline implements StopSignal {

    private final StopSignal signal;
    private final Clock clock;
    private final Instant end;

    private Deadline(StopSignal signal, Clock clock, Instant end) {
        this.signal = signal;
        this.clock = clock;
        this.end = end;
    }

    /**
     * @param longest from now on; empty: no end
     */
    static StopSignal of(StopSignal signal, Clock clock, Optional<Duration> longest) {
        return longest.<StopSignal>map(
                        duration -> new Deadline(signal, clock, clock.now().plus(duration)))
                .orElse(signal);
    }

    @Override
    public Asked asked() {
        Asked asked = signal.asked();
        boolean over = asked == Asked.NOTHING && !clock.now().isBefore(end);
        return over ? Asked.CANCEL : asked;
    }
}
