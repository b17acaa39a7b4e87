package dev.belay.transaction.journal;

import dev.belay.transaction.plan.RollbackStep;

import java.util.Optional;

/**
 * Where one step stands.
 *
 * @param ended empty while it runs, or after a crash: then whether it acted is not known
 */
public record StepState(int number, RollbackStep act, Optional<JournalEntry.StepEnded> ended) {

    StepState endedBy(JournalEntry.StepEnded end) {
        return new StepState(number, act, Optional.of(end));
    }
}
