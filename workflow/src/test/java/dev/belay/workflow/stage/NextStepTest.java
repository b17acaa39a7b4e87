package dev.belay.workflow.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.definition.WorkflowReader;
import dev.belay.workflow.definition.WorkflowReading;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.Decision;
import dev.belay.workflow.journal.RunEntry;
import dev.belay.workflow.journal.RunState;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a run does next, from entries alone. */
class NextStepTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private RunState state =
            RunState.NEW_RUN.after(
                    new RunEntry.RunOpened(
                            NOW,
                            "belay.yaml",
                            "/",
                            "x",
                            Digest.ofContent(""),
                            Json.object(),
                            List.of(),
                            "o",
                            "t",
                            Optional.empty(),
                            "me"));

    private static Workflow workflow(String onFailure) {
        String yaml =
                """
                name: x
                provisioners:
                  p:
                    template:
                      inline:
                        $schema: https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#
                        contentVersion: 1.0.0.0
                        resources: []
                    scope: {resourceGroup: rg}
                phases:
                  - name: one
                    onFailure: ON_FAILURE
                    steps:
                      - {arm: p, name: a, retry: {attempts: 2, wait: PT1S}}
                      - {shell: 'true', name: s}
                  - name: two
                    steps:
                      - {arm: p, name: b}
                """
                        .replace("ON_FAILURE", onFailure);
        WorkflowReading reading =
                WorkflowReader.read("belay.yaml", yaml, _ -> new Files.FileText.Missing());
        assertThat(reading).isInstanceOf(WorkflowReading.Read.class);
        return ((WorkflowReading.Read) reading).workflow();
    }

    private void add(RunEntry entry) {
        state = state.after(entry);
    }

    private void phaseStarted(String phase) {
        add(new RunEntry.PhaseStarted(NOW, phase));
    }

    private void phaseEnded(String phase, PhaseStatus status) {
        add(new RunEntry.PhaseEnded(NOW, phase, status, Optional.empty()));
    }

    private void started(String step, int attempt) {
        boolean arm = !step.equals("s");
        Optional<Provisioning> provisioning =
                arm
                        ? Optional.of(
                                new Provisioning(
                                        step + attempt,
                                        new Scope.ResourceGroup("s", "rg"),
                                        "Incremental",
                                        "d"))
                        : Optional.empty();
        add(new RunEntry.StepStarted(NOW, step, attempt, provisioning));
    }

    private void ended(String step, int attempt, StepStatus status) {
        add(
                new RunEntry.StepEnded(
                        NOW,
                        step,
                        attempt,
                        status,
                        Json.object(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private void undone(String step, int attempt, Verdict verdict) {
        add(new RunEntry.RollbackStarted(NOW, step, attempt));
        add(
                new RunEntry.RollbackEnded(
                        NOW, step, attempt, verdict, Optional.empty(), Optional.empty()));
    }

    private void decided(Decision decision) {
        add(new RunEntry.Decided(NOW, decision, Optional.empty()));
    }

    private void cancelled(boolean keep) {
        add(new RunEntry.CancelRequested(NOW, "ann", keep));
    }

    private void firstPhaseDone() {
        phaseStarted("one");
        started("a", 1);
        ended("a", 1, StepStatus.SUCCEEDED);
        started("s", 1);
        ended("s", 1, StepStatus.SUCCEEDED);
        phaseEnded("one", PhaseStatus.SUCCEEDED);
    }

    private String next(Workflow workflow) {
        return switch (NextStep.of(workflow, state)) {
            case RunAct.EnterPhase(var phase) -> "enter " + phase.name();
            case RunAct.RunStep(_, var step) -> "run " + step.name();
            case RunAct.EndPhase(var phase, var status, _) -> "end " + phase.name() + " " + status;
            case RunAct.AskAboutPhase(var phase, _) -> "ask " + phase.name();
            case RunAct.Decide(var decision, _) -> "decide " + decision;
            case RunAct.Undo(var attempt) -> "undo " + attempt.step() + attempt.number();
            case RunAct.Finish(_, var held, var verdict) -> "finish " + held.size() + " " + verdict;
            case RunAct.Suspend _ -> "suspend";
            case RunAct.Halt(var verdict) -> "halt " + verdict;
        };
    }

    private String next() {
        return next(workflow("rollback"));
    }

    @Test
    void phases_and_steps_come_in_order() {
        assertThat(next()).isEqualTo("enter one");
        phaseStarted("one");
        assertThat(next()).isEqualTo("run a");
        started("a", 1);
        ended("a", 1, StepStatus.SUCCEEDED);
        assertThat(next()).isEqualTo("run s");
        started("s", 1);
        ended("s", 1, StepStatus.SUCCEEDED);
        assertThat(next()).isEqualTo("end one SUCCEEDED");
        phaseEnded("one", PhaseStatus.SUCCEEDED);
        assertThat(next()).isEqualTo("enter two");
        phaseEnded("two", PhaseStatus.SKIPPED);
        assertThat(next()).isEqualTo("decide COMMIT");
        decided(Decision.COMMIT);
        assertThat(next()).isEqualTo("finish 1 COMMITTED");
        add(new RunEntry.RunEnded(NOW, RunVerdict.COMMITTED));
        assertThat(next()).isEqualTo("halt COMMITTED");
    }

    @Test
    void a_failure_is_tried_again_after_its_undo_and_then_fails_the_phase() {
        phaseStarted("one");
        started("a", 1);
        ended("a", 1, StepStatus.FAILED);
        Step step = workflow("rollback").step("a").orElseThrow();

        assertThat(NextAttempt.of(step, state)).isInstanceOf(NextAttempt.UndoFirst.class);
        undone("a", 1, Verdict.RESTORED);
        assertThat(NextAttempt.of(step, state)).isEqualTo(new NextAttempt.Begin(2, true));
        started("a", 2);
        ended("a", 2, StepStatus.FAILED);
        assertThat(next()).isEqualTo("end one FAILED");
        phaseEnded("one", PhaseStatus.FAILED);
        assertThat(next()).isEqualTo("decide ROLL_BACK");
        decided(Decision.ROLL_BACK);
        assertThat(next()).isEqualTo("undo a2");
        undone("a", 2, Verdict.RESTORED_WITH_RESIDUE);
        assertThat(next()).isEqualTo("finish 0 RESTORED_WITH_RESIDUE");
    }

    @Test
    void an_interrupted_attempt_counts_for_nothing() {
        phaseStarted("one");
        started("a", 1);
        ended("a", 1, StepStatus.INTERRUPTED);
        Step step = workflow("rollback").step("a").orElseThrow();

        assertThat(NextAttempt.of(step, state)).isEqualTo(new NextAttempt.Begin(2, false));
        started("a", 2);
        assertThat(NextAttempt.of(step, state)).isInstanceOf(NextAttempt.Settle.class);
        ended("a", 2, StepStatus.FAILED);
        undone("a", 2, Verdict.SKIPPED);
        assertThat(NextAttempt.of(step, state)).isEqualTo(new NextAttempt.Begin(3, true));
    }

    @Test
    void what_could_not_be_undone_before_a_retry_is_not_built_upon() {
        phaseStarted("one");
        started("a", 1);
        ended("a", 1, StepStatus.FAILED);
        undone("a", 1, Verdict.NOT_RESTORED);

        assertThat(next(workflow("ignore"))).isEqualTo("end one FAILED");
        phaseEnded("one", PhaseStatus.FAILED);
        assertThat(next(workflow("stop"))).isEqualTo("decide ROLL_BACK");
    }

    @Test
    void each_strategy_ends_a_failed_phase_in_its_way() {
        phaseStarted("one");
        started("a", 1);
        ended("a", 1, StepStatus.SUCCEEDED);
        started("s", 1);
        ended("s", 1, StepStatus.FAILED);

        assertThat(next(workflow("rollback"))).isEqualTo("end one FAILED");
        assertThat(next(workflow("stop"))).isEqualTo("end one FAILED");
        assertThat(next(workflow("ignore"))).isEqualTo("end one IGNORED");
        assertThat(next(workflow("ask"))).isEqualTo("ask one");
        add(new RunEntry.Answered(NOW, "phase one", false, "ann"));
        assertThat(next(workflow("ask"))).isEqualTo("end one FAILED");
        phaseEnded("one", PhaseStatus.FAILED);
        assertThat(next(workflow("stop"))).isEqualTo("decide KEEP");
        assertThat(next(workflow("ask"))).isEqualTo("decide ROLL_BACK");
    }

    @Test
    void the_undo_goes_backwards_passes_what_is_stuck_and_waits_then() {
        firstPhaseDone();
        phaseStarted("two");
        started("b", 1);
        ended("b", 1, StepStatus.FAILED);
        phaseEnded("two", PhaseStatus.FAILED);
        decided(Decision.ROLL_BACK);

        assertThat(next()).isEqualTo("undo b1");
        undone("b", 1, Verdict.NOT_RESTORED);
        assertThat(next()).isEqualTo("undo a1");
        undone("a", 1, Verdict.HELD);
        assertThat(next()).isEqualTo("suspend");
        add(new RunEntry.RunResumed(NOW, "me again"));
        assertThat(next()).isEqualTo("undo b1");
    }

    @Test
    void a_cancelled_run_settles_what_is_open_and_begins_nothing() {
        phaseStarted("one");
        started("a", 1);
        cancelled(false);
        assertThat(next()).isEqualTo("run a");
        ended("a", 1, StepStatus.CANCELLED);
        assertThat(next()).isEqualTo("end one CANCELLED");
        phaseEnded("one", PhaseStatus.CANCELLED);
        assertThat(next()).isEqualTo("decide ROLL_BACK");
    }

    @Test
    void a_cancelled_run_keeps_if_asked_to() {
        firstPhaseDone();
        cancelled(true);
        assertThat(next()).isEqualTo("decide KEEP");
        decided(Decision.KEEP);
        assertThat(next()).isEqualTo("finish 1 KEPT");
    }

    @Test
    void nothing_done_and_cancelled_is_untouched_and_refused_is_refused() {
        cancelled(false);
        decided(Decision.ROLL_BACK);
        assertThat(next()).isEqualTo("finish 0 UNTOUCHED");

        state = new NextStepTest().state;
        phaseStarted("one");
        started("a", 1);
        ended("a", 1, StepStatus.REFUSED);
        undone("a", 1, Verdict.SKIPPED);
        decided(Decision.ROLL_BACK);
        assertThat(next()).isEqualTo("finish 0 REFUSED");
    }

    @Test
    void a_shell_that_ran_is_an_effect() {
        phaseStarted("one");
        add(new RunEntry.StepSkipped(NOW, "a", "no"));
        started("s", 1);
        ended("s", 1, StepStatus.FAILED);
        decided(Decision.ROLL_BACK);
        assertThat(next()).isEqualTo("finish 0 FAILED");
    }

    @Test
    void entries_that_cannot_follow_are_corrupt() {
        assertThatThrownBy(() -> ended("a", 1, StepStatus.SUCCEEDED))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> undone("a", 1, Verdict.RESTORED))
                .isInstanceOf(IllegalStateException.class);
        started("a", 1);
        assertThatThrownBy(() -> started("a", 2)).isInstanceOf(IllegalStateException.class);
        phaseStarted("one");
        assertThatThrownBy(() -> phaseStarted("one")).isInstanceOf(IllegalStateException.class);
        decided(Decision.COMMIT);
        assertThatThrownBy(() -> decided(Decision.KEEP)).isInstanceOf(IllegalStateException.class);
        add(new RunEntry.RunEnded(NOW, RunVerdict.COMMITTED));
        assertThatThrownBy(() -> cancelled(false)).isInstanceOf(IllegalStateException.class);
    }
}
