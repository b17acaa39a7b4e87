package dev.belay.workflow.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;
import dev.belay.transaction.event.Verdict;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.Decision;
import dev.belay.workflow.journal.RunEntry;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** What a run does next, from entries alone. */
class NextStepTest {

    private ToldRun run = new ToldRun();

    @Test
    void phases_and_steps_come_in_order() {
        assertThat(run.next()).isEqualTo("enter one");
        run.phaseStarted("one");
        assertThat(run.next()).isEqualTo("run a");
        run.started("a", 1);
        run.ended("a", 1, StepStatus.SUCCEEDED);
        assertThat(run.next()).isEqualTo("run s");
        run.started("s", 1);
        run.ended("s", 1, StepStatus.SUCCEEDED);
        assertThat(run.next()).isEqualTo("end one SUCCEEDED");
        run.phaseEnded("one", PhaseStatus.SUCCEEDED);
        assertThat(run.next()).isEqualTo("enter two");
        run.phaseEnded("two", PhaseStatus.SKIPPED);
        assertThat(run.next()).isEqualTo("decide COMMIT");
        run.decided(Decision.COMMIT);
        assertThat(run.next()).isEqualTo("finish 1 COMMITTED");
        run.add(new RunEntry.RunEnded(ToldRun.NOW, RunVerdict.COMMITTED));
        assertThat(run.next()).isEqualTo("halt COMMITTED");
    }

    @Test
    void a_failure_is_tried_again_after_its_undo_and_then_fails_the_phase() {
        run.phaseStarted("one");
        run.started("a", 1);
        run.ended("a", 1, StepStatus.FAILED);
        Step step = ToldRun.workflow("rollback").step("a").orElseThrow();

        assertThat(NextAttempt.of(step, run.state)).isInstanceOf(NextAttempt.UndoFirst.class);
        run.undone("a", 1, Verdict.RESTORED);
        assertThat(NextAttempt.of(step, run.state)).isEqualTo(new NextAttempt.Begin(2, true));
        run.started("a", 2);
        run.ended("a", 2, StepStatus.FAILED);
        assertThat(run.next()).isEqualTo("end one FAILED");
        run.phaseEnded("one", PhaseStatus.FAILED);
        assertThat(run.next()).isEqualTo("decide ROLL_BACK");
        run.decided(Decision.ROLL_BACK);
        assertThat(run.next()).isEqualTo("undo a2");
        run.undone("a", 2, Verdict.RESTORED_WITH_RESIDUE);
        assertThat(run.next()).isEqualTo("finish 0 RESTORED_WITH_RESIDUE");
    }

    @Test
    void an_interrupted_attempt_counts_for_nothing() {
        run.phaseStarted("one");
        run.started("a", 1);
        run.ended("a", 1, StepStatus.INTERRUPTED);
        Step step = ToldRun.workflow("rollback").step("a").orElseThrow();

        assertThat(NextAttempt.of(step, run.state)).isEqualTo(new NextAttempt.Begin(2, false));
        run.started("a", 2);
        assertThat(NextAttempt.of(step, run.state)).isInstanceOf(NextAttempt.Settle.class);
        run.ended("a", 2, StepStatus.FAILED);
        run.undone("a", 2, Verdict.SKIPPED);
        assertThat(NextAttempt.of(step, run.state)).isEqualTo(new NextAttempt.Begin(3, true));
    }

    @Test
    void an_end_that_nobody_knows_is_not_tried_again() {
        run.phaseStarted("one");
        run.started("a", 1);
        run.add(
                new RunEntry.StepEnded(
                        ToldRun.NOW,
                        "a",
                        1,
                        StepStatus.FAILED,
                        Json.object(),
                        List.of(),
                        Optional.of(ArmError.of(NextAttempt.UNKNOWN_END, "Killed.")),
                        Optional.empty()));

        assertThat(run.next()).isEqualTo("end one FAILED");
    }

    @Test
    void what_could_not_be_undone_before_a_retry_is_not_built_upon() {
        run.phaseStarted("one");
        run.started("a", 1);
        run.ended("a", 1, StepStatus.FAILED);
        run.undone("a", 1, Verdict.NOT_RESTORED);

        assertThat(run.next(ToldRun.workflow("ignore"))).isEqualTo("end one FAILED");
        run.phaseEnded("one", PhaseStatus.FAILED);
        assertThat(run.next(ToldRun.workflow("stop"))).isEqualTo("decide ROLL_BACK");
    }

    @Test
    void each_strategy_ends_a_failed_phase_in_its_way() {
        run.phaseStarted("one");
        run.started("a", 1);
        run.ended("a", 1, StepStatus.SUCCEEDED);
        run.started("s", 1);
        run.ended("s", 1, StepStatus.FAILED);

        assertThat(run.next(ToldRun.workflow("rollback"))).isEqualTo("end one FAILED");
        assertThat(run.next(ToldRun.workflow("stop"))).isEqualTo("end one FAILED");
        assertThat(run.next(ToldRun.workflow("ignore"))).isEqualTo("end one IGNORED");
        assertThat(run.next(ToldRun.workflow("ask"))).isEqualTo("ask one");
        run.add(new RunEntry.Answered(ToldRun.NOW, "phase one", false, "ann"));
        assertThat(run.next(ToldRun.workflow("ask"))).isEqualTo("end one FAILED");
        run.phaseEnded("one", PhaseStatus.FAILED);
        assertThat(run.next(ToldRun.workflow("stop"))).isEqualTo("decide KEEP");
        assertThat(run.next(ToldRun.workflow("ask"))).isEqualTo("decide ROLL_BACK");
    }

    @Test
    void the_undo_goes_backwards_passes_what_is_stuck_and_waits_then() {
        run.firstPhaseDone();
        run.phaseStarted("two");
        run.started("b", 1);
        run.ended("b", 1, StepStatus.FAILED);
        run.phaseEnded("two", PhaseStatus.FAILED);
        run.decided(Decision.ROLL_BACK);

        assertThat(run.next()).isEqualTo("undo b1");
        run.undone("b", 1, Verdict.NOT_RESTORED);
        assertThat(run.next()).isEqualTo("undo a1");
        run.undone("a", 1, Verdict.HELD);
        assertThat(run.next()).isEqualTo("suspend");
        run.add(new RunEntry.RunResumed(ToldRun.NOW, "me again"));
        assertThat(run.next()).isEqualTo("undo b1");
    }

    @Test
    void a_cancelled_run_settles_what_is_open_and_begins_nothing() {
        run.phaseStarted("one");
        run.started("a", 1);
        run.cancelled(false);
        assertThat(run.next()).isEqualTo("run a");
        run.ended("a", 1, StepStatus.CANCELLED);
        assertThat(run.next()).isEqualTo("end one CANCELLED");
        run.phaseEnded("one", PhaseStatus.CANCELLED);
        assertThat(run.next()).isEqualTo("decide ROLL_BACK");
    }

    @Test
    void a_cancelled_run_keeps_if_asked_to() {
        run.firstPhaseDone();
        run.cancelled(true);
        assertThat(run.next()).isEqualTo("decide KEEP");
        run.decided(Decision.KEEP);
        assertThat(run.next()).isEqualTo("finish 1 KEPT");
    }

    @Test
    void nothing_done_and_cancelled_is_untouched_and_refused_is_refused() {
        run.cancelled(false);
        run.decided(Decision.ROLL_BACK);
        assertThat(run.next()).isEqualTo("finish 0 UNTOUCHED");

        run = new ToldRun();
        run.phaseStarted("one");
        run.started("a", 1);
        run.ended("a", 1, StepStatus.REFUSED);
        run.undone("a", 1, Verdict.SKIPPED);
        run.decided(Decision.ROLL_BACK);
        assertThat(run.next()).isEqualTo("finish 0 REFUSED");
    }

    @Test
    void a_shell_that_ran_is_an_effect() {
        run.phaseStarted("one");
        run.add(new RunEntry.StepSkipped(ToldRun.NOW, "a", "no"));
        run.started("s", 1);
        run.ended("s", 1, StepStatus.FAILED);
        run.decided(Decision.ROLL_BACK);
        assertThat(run.next()).isEqualTo("finish 0 FAILED");
    }

    @Test
    void entries_that_cannot_follow_are_corrupt() {
        assertThatThrownBy(() -> run.ended("a", 1, StepStatus.SUCCEEDED))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> run.undone("a", 1, Verdict.RESTORED))
                .isInstanceOf(IllegalStateException.class);
        run.started("a", 1);
        assertThatThrownBy(() -> run.started("a", 2)).isInstanceOf(IllegalStateException.class);
        run.phaseStarted("one");
        assertThatThrownBy(() -> run.phaseStarted("one")).isInstanceOf(IllegalStateException.class);
        run.decided(Decision.COMMIT);
        assertThatThrownBy(() -> run.decided(Decision.KEEP))
                .isInstanceOf(IllegalStateException.class);
        run.add(new RunEntry.RunEnded(ToldRun.NOW, RunVerdict.COMMITTED));
        assertThatThrownBy(() -> run.cancelled(false)).isInstanceOf(IllegalStateException.class);
    }
}
