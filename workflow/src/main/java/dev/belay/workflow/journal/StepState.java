package dev.belay.workflow.journal;

import dev.belay.workflow.event.StepStatus;

import org.pcollections.PVector;

import java.util.Optional;

/**
 * Where a step stands.
 *
 * @param skipped why its condition did not hold
 * @param attempts in order
 */
public record StepState(
        String name, Optional<RunEntry.StepSkipped> skipped, PVector<AttemptState> attempts) {

    public Optional<AttemptState> last() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }

    /** The attempt that has no end: it runs, or its process died. */
    public Optional<AttemptState> open() {
        return last().filter(attempt -> attempt.ended().isEmpty());
    }

    /** The status of the last attempt; a retry may follow. */
    public StepStatus status() {
        if (skipped.isPresent()) {
            return StepStatus.SKIPPED;
        }
        return last().map(
                        attempt ->
                                attempt.ended()
                                        .map(RunEntry.StepEnded::status)
                                        .orElse(StepStatus.RUNNING))
                .orElse(StepStatus.PENDING);
    }

    StepState with(AttemptState attempt) {
        boolean known = attempt.number() <= attempts.size();
        return new StepState(
                name,
                skipped,
                known ? attempts.with(attempt.number() - 1, attempt) : attempts.plus(attempt));
    }
}
