package dev.belay.workflow.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.definition.WorkflowReader;
import dev.belay.workflow.definition.WorkflowReading;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.Decision;
import dev.belay.workflow.journal.RunEntry;
import dev.belay.workflow.journal.RunState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A run of two phases, told entry by entry. */
final class ToldRun {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    RunState state =
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

    static Workflow workflow(String onFailure) {
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

    void add(RunEntry entry) {
        state = state.after(entry);
    }

    void phaseStarted(String phase) {
        add(new RunEntry.PhaseStarted(NOW, phase));
    }

    void phaseEnded(String phase, PhaseStatus status) {
        add(new RunEntry.PhaseEnded(NOW, phase, status, Optional.empty()));
    }

    void started(String step, int attempt) {
        boolean arm = !step.equals("s");
        Optional<Provisioning> provisioning =
                arm
                        ? Optional.of(
                                new Provisioning(
                                        step + attempt,
                                        new Scope.ResourceGroup("s", "rg"),
                                        "Incremental",
                                        "d",
                                        Optional.empty()))
                        : Optional.empty();
        add(new RunEntry.StepStarted(NOW, step, attempt, provisioning));
    }

    void ended(String step, int attempt, StepStatus status) {
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

    void undone(String step, int attempt, Verdict verdict) {
        add(new RunEntry.RollbackStarted(NOW, step, attempt));
        add(
                new RunEntry.RollbackEnded(
                        NOW, step, attempt, verdict, Optional.empty(), Optional.empty()));
    }

    void decided(Decision decision) {
        add(new RunEntry.Decided(NOW, decision, Optional.empty()));
    }

    void cancelled(boolean keep) {
        add(new RunEntry.CancelRequested(NOW, "ann", keep));
    }

    void firstPhaseDone() {
        phaseStarted("one");
        started("a", 1);
        ended("a", 1, StepStatus.SUCCEEDED);
        started("s", 1);
        ended("s", 1, StepStatus.SUCCEEDED);
        phaseEnded("one", PhaseStatus.SUCCEEDED);
    }

    String next(Workflow workflow) {
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

    String next() {
        return next(workflow("rollback"));
    }
}
