package dev.belay.cli.command;

import dev.belay.cli.wiring.Signals;
import dev.belay.transaction.run.StopSignal;

import java.util.concurrent.atomic.AtomicInteger;

/** Turns the process's signals into what a run polls: the first cancels, the second stops now. */
final class Stopping implements StopSignal, AutoCloseable {

    private final AtomicInteger signals = new AtomicInteger();
    private final Signals.Listening listening;

    Stopping(Signals source, Output output) {
        this.listening =
                source.listen(
                        times -> {
                            signals.set(times);
                            output.aside(words(times));
                        });
    }

    @Override
    public Asked asked() {
        return switch (signals.get()) {
            case 0 -> Asked.NOTHING;
            case 1 -> Asked.CANCEL;
            default -> Asked.STOP_NOW;
        };
    }

    private static String words(int times) {
        return times == 1
                ? "Stopping: what was deployed is cancelled and undone. A second signal stops at"
                        + " once."
                : "Stopping at once; the undo is left unfinished.";
    }

    @Override
    public void close() {
        listening.close();
    }
}
