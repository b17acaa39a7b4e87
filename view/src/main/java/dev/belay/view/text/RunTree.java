package dev.belay.view.text;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.workflow.definition.Phase;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.StepAct;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.event.RunReport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A workflow run as a tree that is drawn anew after each event: phases, their steps, the resources
 * of those that are at work or failed, and the rollback steps as they appear.
 */
public final class RunTree {

    private static final String INDENT = "  ";
    private static final int STATUS = 12;

    private final Workflow workflow;
    private final Style style;
    private final Map<String, String> phases = new LinkedHashMap<>();
    private final Map<String, Node> steps = new LinkedHashMap<>();
    private final SequencedMap<String, Node> rollbacks = new LinkedHashMap<>();
    private final SequencedMap<String, String> questions = new LinkedHashMap<>();
    private String run = "";
    private Duration elapsed = Duration.ZERO;
    private Optional<String> note = Optional.empty();

    public RunTree(Workflow workflow, Style style) {
        this.workflow = workflow;
        this.style = style;
    }

    /** What is known of a step or of a rollback step. */
    private static final class Node {
        private String status;
        private String text = "";
        private Scope scope = Scope.TENANT;
        private final SequencedMap<ResourceId, String> resources = new LinkedHashMap<>();

        Node(String status) {
            this.status = status;
        }
    }

    /** Shows what a run did before it is gone on with. */
    public void begin(RunReport report) {
        run = report.run().orElse("");
        for (RunReport.PhaseLine phase : report.phases()) {
            phases.put(phase.name(), word(phase.status().name()));
            phase.steps().forEach(this::before);
        }
        for (RunReport.RollbackLine line : report.rollbacks()) {
            rollback(line.step()).status =
                    line.verdict().map(verdict -> word(verdict.name())).orElse("running");
        }
        report.waiting().forEach(asked -> questions.put(asked.subject(), asked.message()));
    }

    private void before(RunReport.StepLine line) {
        Node node = step(line.name());
        line.provisioning().ifPresent(what -> node.scope = what.scope());
        ended(node, word(line.status().name()), line.error());
        line.reason().ifPresent(reason -> node.text = reason);
        line.inner().forEach(this::before);
    }

    /**
     * @param now since the command began, by the clock that ARM shows
     */
    public void add(RunEvent event, Duration now) {
        elapsed = now;
        switch (event) {
            case RunEvent.Opened(var id, _) -> run = id;
            case RunEvent.Resumed(var id, _) -> run = id;
            case RunEvent.PhaseStarted(var phase) -> phases.put(phase, "running");
            case RunEvent.PhaseEnded(var phase, var status, _) ->
                    phases.put(phase, word(status.name()));
            case RunEvent.StepStarted(var step, _, _, var provisioning) ->
                    started(step, provisioning);
            case RunEvent.StepProgress(var step, var inner) -> inner(step(step), inner);
            case RunEvent.StepOutput(var step, var line) -> step(step).text = line;
            case RunEvent.StepEnded(var step, _, var status, var error) -> {
                questions.remove(step);
                ended(step(step), word(status.name()), error);
            }
            case RunEvent.StepSkipped(var step, var reason) -> {
                step(step).status = "skipped";
                step(step).text = reason;
            }
            case RunEvent.ApprovalAsked(var subject, var message, _) ->
                    questions.put(subject, message);
            case RunEvent.Answered(var subject, _, _) -> questions.remove(subject);
            case RunEvent.Cancelling(var by, _) -> note = Optional.of("Cancelling, asked by " + by);
            case RunEvent.RollbackStarted(var step, _, _) -> rollback(step).status = "running";
            case RunEvent.RollbackProgress(var step, var inner) -> inner(rollback(step), inner);
            case RunEvent.RollbackEnded(var step, _, var verdict, var reason) -> {
                rollback(step).status = word(verdict.name());
                rollback(step).text = reason.orElse("");
            }
            case RunEvent.Note(var text) -> note = Optional.of(text);
        }
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Node step(String name) {
        return steps.computeIfAbsent(name, _ -> new Node("pending"));
    }

    private Node rollback(String step) {
        return rollbacks.computeIfAbsent(
                step,
                _ -> {
                    var node = new Node("pending");
                    node.scope = step(step).scope;
                    return node;
                });
    }

    private void started(String name, Optional<Provisioning> provisioning) {
        Node node = step(name);
        node.status = "running";
        node.text = "";
        node.resources.clear();
        provisioning.ifPresent(what -> node.scope = what.scope());
    }

    private static void ended(Node node, String status, Optional<ArmError> error) {
        node.status = status;
        node.text =
                error.map(e -> e.code() + ": " + e.message())
                        .map(text -> text.replaceAll("\\s*\\R\\s*", " "))
                        .orElse("");
    }

    private static void inner(Node node, TransactionEvent event) {
        switch (event) {
            case TransactionEvent.Opened _ -> node.text = "validating the template";
            case TransactionEvent.Capturing(var resources) ->
                    node.text = "saving " + Names.count(resources, "resource");
            case TransactionEvent.Captured _ -> node.text = "saved";
            case TransactionEvent.Submitted _ -> node.text = "deploying";
            case TransactionEvent.Progress(var id, var operation, var state, _) -> {
                if (operation.equalsIgnoreCase("Create")) {
                    node.resources.put(id, word(state));
                }
            }
            case TransactionEvent.DeploymentEnded(var state, _) ->
                    node.text = "deployment " + word(state);
            case TransactionEvent.Cancelling _ -> node.text = "cancelling";
            case TransactionEvent.Waiting(var reason, _) -> node.text = "waiting " + reason;
            case TransactionEvent.Planned _ -> node.text = "undoing";
            case TransactionEvent.StepStarted(_, var act) ->
                    node.resources.put(act.id(), "running");
            case TransactionEvent.StepEnded(_, var act, var status, _) ->
                    node.resources.put(act.id(), StepWords.past(act.kind(), Optional.of(status)));
            case TransactionEvent.Verifying _ -> node.text = "verifying";
            case TransactionEvent.Note(var text) -> node.text = text;
        }
    }

    /** The tree as it stands. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                style.strong("Workflow '" + workflow.name() + "'")
                        + "  "
                        + run
                        + "  "
                        + style.faint(Names.clock(elapsed)));
        for (Phase phase : workflow.phases()) {
            lines.add(
                    status(phases.getOrDefault(phase.name(), "pending"))
                            + style.strong("phase " + phase.name()));
            phase.steps().forEach(step -> step(step, INDENT, lines));
        }
        rollbacks.forEach(
                (name, node) -> {
                    lines.add(status(node.status) + "rollback of " + name + text(node));
                    resources(node, INDENT, lines);
                });
        questions.forEach((subject, message) -> question(subject, message, lines));
        note.ifPresent(text -> lines.add(style.doubtful(text)));
        return List.copyOf(lines);
    }

    private void step(Step step, String indent, List<String> lines) {
        Node node = steps.getOrDefault(step.name(), new Node("pending"));
        lines.add(indent + status(node.status) + step.name() + text(node));
        if (node.status.equals("running") || node.status.equals("failed")) {
            resources(node, indent, lines);
        }
        if (step.act() instanceof StepAct.Parallel(var inner)) {
            inner.forEach(each -> step(each, indent + INDENT, lines));
        }
    }

    private String text(Node node) {
        return node.text.isEmpty() ? "" : style.faint("  " + node.text);
    }

    private void resources(Node node, String indent, List<String> lines) {
        node.resources.forEach(
                (id, state) ->
                        lines.add(
                                indent
                                        + " ".repeat(STATUS)
                                        + status(state)
                                        + Names.within(node.scope, id)));
    }

    private void question(String subject, String message, List<String> lines) {
        lines.add(style.doubtful(message));
        lines.add(INDENT + "belay approve " + run + " --step '" + subject + "', or belay reject …");
    }

    private String status(String word) {
        return RunWords.coloured(word, style) + " ".repeat(Math.max(1, STATUS - word.length()));
    }
}
