package dev.belay.transaction.run;

/** Whether a person, or the machine, wants the run to end. Polled, never pushed. */
@FunctionalInterface
public interface StopSignal {

    /** What is asked for; it only ever grows. */
    enum Asked {
        /** Nothing: go on. */
        NOTHING,
        /** Cancel the deployment and undo it; before the deployment was sent: stop. */
        CANCEL,
        /** Stop now and leave the rest to a later command. */
        STOP_NOW
    }

    Asked asked();
}
