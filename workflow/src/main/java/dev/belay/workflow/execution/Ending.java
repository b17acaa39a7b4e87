package dev.belay.workflow.execution;

import dev.belay.workflow.event.RunVerdict;

import java.util.Optional;

/** A session's work, up to its outcome. */
final class Ending {

    private Ending() {}

    /** Runs to a halt. A run that ended gives its lease back; one that could not keeps it. */
    static RunOutcome of(RunSession session) {
        String run = session.log().id();
        try (Contents _ = session.contents()) {
            Optional<RunVerdict> verdict = new RunLoop(session).toHalt();
            if (verdict.isPresent()) {
                session.lease().release();
            }
            return new RunOutcome.Reported(
                    new RunReports(session.workflow(), session.log(), session.transactions()::show)
                            .report());
        } catch (RunStoppedException _) {
            session.lease().release();
            return new RunOutcome.Stopped(run);
        }
    }
}
