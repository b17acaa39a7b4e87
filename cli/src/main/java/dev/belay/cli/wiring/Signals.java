package dev.belay.cli.wiring;

/** How a person or a pipeline asks the process to stop: SIGINT and SIGTERM. */
@FunctionalInterface
public interface Signals {

    /** No signal ever comes. */
    Signals NONE = _ -> () -> {};

    /**
     * Calls the reaction at each signal, from another thread, until closed; then the signals do
     * again what they did before.
     *
     * @param reaction gets 1 for the first signal, 2 for the second …
     */
    Listening listen(Reaction reaction);

    /** What to do at a signal. */
    @FunctionalInterface
    interface Reaction {
        void signalled(int times);
    }

    /** Ends the listening. */
    @FunctionalInterface
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
