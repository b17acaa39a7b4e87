package dev.belay.view.html;

import dev.belay.transaction.event.Verdict;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;

import java.util.Locale;
import java.util.Optional;

/**
 * Where something stands, in one word and one look.
 *
 * @param word for people
 */
record Status(Tone tone, String word) {

    static Status of(PhaseStatus status) {
        return new Status(
                switch (status) {
                    case SUCCEEDED -> Tone.GOOD;
                    case FAILED, CANCELLED -> Tone.BAD;
                    case IGNORED -> Tone.DOUBTFUL;
                    case PENDING, SKIPPED -> Tone.QUIET;
                    case RUNNING -> Tone.BUSY;
                },
                status == PhaseStatus.IGNORED ? "failed, ignored" : lower(status));
    }

    static Status of(StepStatus status) {
        return new Status(
                switch (status) {
                    case SUCCEEDED -> Tone.GOOD;
                    case FAILED, REFUSED, REJECTED, CANCELLED -> Tone.BAD;
                    case INTERRUPTED -> Tone.DOUBTFUL;
                    case PENDING, SKIPPED -> Tone.QUIET;
                    case RUNNING -> Tone.BUSY;
                },
                lower(status));
    }

    /** Of a run; without a verdict it is unfinished. */
    static Status ofRun(Optional<RunVerdict> verdict) {
        return verdict.map(Status::of).orElse(new Status(Tone.BUSY, "UNFINISHED"));
    }

    private static Status of(RunVerdict verdict) {
        return new Status(
                switch (verdict) {
                    case COMMITTED, RESTORED -> Tone.GOOD;
                    case RESTORED_WITH_RESIDUE, UNTOUCHED, KEPT -> Tone.DOUBTFUL;
                    case FAILED, NOT_RESTORED, REFUSED -> Tone.BAD;
                },
                verdict.name());
    }

    static Status of(Verdict verdict) {
        return new Status(
                switch (verdict) {
                    case COMMITTED, RESTORED -> Tone.GOOD;
                    case RESTORED_WITH_RESIDUE, UNTOUCHED, KEPT, HELD -> Tone.DOUBTFUL;
                    case NOT_RESTORED, REFUSED -> Tone.BAD;
                    case SKIPPED -> Tone.QUIET;
                },
                verdict.name());
    }

    /** Of a rollback step; without a verdict it runs. */
    static Status ofRollback(Optional<Verdict> verdict) {
        return verdict.map(Status::of).orElse(new Status(Tone.BUSY, "running"));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
