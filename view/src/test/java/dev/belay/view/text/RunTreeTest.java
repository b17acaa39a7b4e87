package dev.belay.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.event.Verdict;
import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.definition.WorkflowReader;
import dev.belay.workflow.definition.WorkflowReading;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.event.StepStatus;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class RunTreeTest {

    private static final Scope GROUP = new Scope.ResourceGroup("s", "rg");
    private static final ResourceId PLAN =
            ResourceId.of(GROUP.path() + "/providers/Microsoft.Web/serverfarms/plan");

    private final RunTree tree = new RunTree(workflow(), Style.PLAIN);

    private static Workflow workflow() {
        String yaml =
                """
                name: shop
                provisioners:
                  web:
                    template:
                      inline:
                        $schema: https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#
                        contentVersion: 1.0.0.0
                        resources: []
                    scope: {resourceGroup: rg}
                phases:
                  - name: provision
                    steps:
                      - name: deploy
                        arm: web
                  - name: verify
                    steps:
                      - name: ask
                        approval: {message: Well?}
                """;
        return switch (WorkflowReader.read("w.yaml", yaml, _ -> new Files.FileText.Missing())) {
            case WorkflowReading.Read(var workflow) -> workflow;
            case WorkflowReading.Wrong(var problems) -> throw new AssertionError(problems);
        };
    }

    private void add(RunEvent event) {
        tree.add(event, Duration.ofSeconds(65));
    }

    private void begin() {
        add(new RunEvent.Opened("run-1", "shop"));
        add(new RunEvent.PhaseStarted("provision"));
        add(
                new RunEvent.StepStarted(
                        "deploy",
                        "arm",
                        1,
                        Optional.of(
                                new Provisioning(
                                        "t", GROUP, "Incremental", "d", Optional.empty()))));
    }

    @Test
    void what_has_not_begun_is_shown_as_pending() {
        assertThat(tree.lines())
                .containsExactly(
                        "Workflow 'shop'    0:00",
                        "pending     phase provision",
                        "  pending     deploy",
                        "pending     phase verify",
                        "  pending     ask");
    }

    @Test
    void resources_of_a_step_at_work_stand_below_it() {
        begin();
        add(
                new RunEvent.StepProgress(
                        "deploy",
                        new TransactionEvent.Progress(
                                PLAN, "Create", "Running", Optional.empty())));

        assertThat(tree.lines())
                .containsSequence(
                        "running     phase provision",
                        "  running     deploy",
                        "              running     Microsoft.Web/serverfarms/plan");
    }

    @Test
    void a_step_that_succeeded_is_one_line_and_a_question_shows_how_to_answer() {
        begin();
        add(new RunEvent.StepEnded("deploy", 1, StepStatus.SUCCEEDED, Optional.empty()));
        add(new RunEvent.PhaseEnded("provision", PhaseStatus.SUCCEEDED, Optional.empty()));
        add(new RunEvent.ApprovalAsked("ask", "Well?", Optional.empty()));

        assertThat(tree.lines())
                .contains("  succeeded   deploy", "Well?")
                .anyMatch(line -> line.contains("belay approve run-1 --step 'ask'"));

        add(new RunEvent.Answered("ask", true, "ann"));

        assertThat(tree.lines()).doesNotContain("Well?");
    }

    @Test
    void rollback_steps_appear_when_they_run() {
        begin();
        add(
                new RunEvent.StepEnded(
                        "deploy",
                        1,
                        StepStatus.FAILED,
                        Optional.of(ArmError.of("Conflict", "One.\nTwo."))));
        assertThat(tree.lines())
                .contains("  failed      deploy  Conflict: One. Two.")
                .noneMatch(line -> line.contains("rollback"));

        add(new RunEvent.RollbackStarted("deploy", 1, "t"));
        add(new RunEvent.RollbackEnded("deploy", 1, Verdict.RESTORED, Optional.empty()));

        assertThat(tree.lines()).contains("restored    rollback of deploy");
    }
}
