package dev.belay.cli.wiring;

import dev.belay.arm.Pause;
import dev.belay.transaction.log.HoldPoint;
import dev.belay.transaction.log.HoldingTransactionStore;
import dev.belay.transaction.log.TransactionStore;
import dev.belay.transaction.run.LeaseTerms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * System properties for crash tests; without them nothing here does anything. {@code
 * belay.test.hold=K:BEFORE} or {@code K:AFTER}: the process holds before or after its K-th log
 * record, says so on standard error, and goes on when it reads a byte, or the end, of standard
 * input. {@code belay.test.lease=PT4S}: how long leases last. {@code belay.test.pause=PT0.1S}: how
 * long one wait between looks at ARM lasts at most.
 */
final class TestSwitches {

    private static final String HOLD = "belay.test.hold";
    private static final String LEASE = "belay.test.lease";
    private static final String PAUSE = "belay.test.pause";

    private TestSwitches() {}

    static TransactionStore held(TransactionStore store, Surroundings around) {
        return property(HOLD)
                .<TransactionStore>map(
                        text ->
                                new HoldingTransactionStore(
                                        store, point(text), () -> hold(text, around)))
                .orElse(store);
    }

    static LeaseTerms leases(LeaseTerms usual) {
        return property(LEASE)
                .map(text -> new LeaseTerms(Duration.parse(text), usual.realTime()))
                .orElse(usual);
    }

    static Pause pauses(Pause usual) {
        return property(PAUSE)
                .map(Duration::parse)
                .<Pause>map(longest -> new Shorter(usual, longest))
                .orElse(usual);
    }

    /** Waits, but never for long. */
    private record Shorter(Pause usual, Duration longest) implements Pause {

        @Override
        public void pause(Duration duration) {
            usual.pause(shorter(duration));
        }

        @Override
        public void pauseUntil(BooleanSupplier over, Duration duration) {
            usual.pauseUntil(over, shorter(duration));
        }

        private Duration shorter(Duration duration) {
            return duration.compareTo(longest) < 0 ? duration : longest;
        }
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name));
    }

    private static HoldPoint point(String text) {
        String[] parts = text.split(":", 2);
        return new HoldPoint(
                Integer.parseInt(parts[0]),
                HoldPoint.Side.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }

    private static void hold(String text, Surroundings around) {
        around.err().println("Holding at " + text);
        around.err().flush();
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
