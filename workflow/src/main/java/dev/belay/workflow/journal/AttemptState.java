package dev.belay.workflow.journal;

import dev.belay.transaction.event.Verdict;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.StepStatus;

import java.time.Instant;
import java.util.Optional;

/**
 * Where one attempt of a step stands.
 *
 * @param ended empty while it runs, or after a crash: then whether it acted is not known
 * @param rollback empty if its undo was never begun
 */
public record AttemptState(
        String step,
        int number,
        Instant started,
        Optional<Provisioning> provisioning,
        Optional<RunEntry.StepEnded> ended,
        Optional<Undo> rollback) {

    /**
     * Its undo.
     *
     * @param ended empty while it runs, after a crash, and when it is to be tried again
     */
    public record Undo(Instant started, Optional<RunEntry.RollbackEnded> ended) {

        /** What came of it; empty while nothing has. */
        public Optional<Verdict> verdict() {
            return ended.map(RunEntry.RollbackEnded::verdict);
        }
    }

    AttemptState endedBy(RunEntry.StepEnded end) {
        return new AttemptState(step, number, started, provisioning, Optional.of(end), rollback);
    }

    AttemptState with(Undo undo) {
        return new AttemptState(step, number, started, provisioning, ended, Optional.of(undo));
    }

    /** Whether it may have come so far that something of it is kept. */
    public boolean happened() {
        return ended.filter(end -> end.status() == StepStatus.INTERRUPTED).isEmpty();
    }

    /** Whether its undo came to an end that needs no further try. */
    public boolean undone() {
        return rollback.flatMap(Undo::verdict).filter(verdict -> !openEnd(verdict)).isPresent();
    }

    /** Whether its undo could not finish, or waits for one that could not. */
    public boolean stuck() {
        return rollback.flatMap(Undo::verdict).filter(AttemptState::openEnd).isPresent();
    }

    private static boolean openEnd(Verdict verdict) {
        return verdict == Verdict.NOT_RESTORED || verdict == Verdict.HELD;
    }

    /** The same with an undo that could not finish open again. */
    AttemptState reopened() {
        return stuck() ? with(new Undo(rollback.orElseThrow().started(), Optional.empty())) : this;
    }
}
