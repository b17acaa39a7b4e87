package dev.belay.view.text;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.event.Verdict;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.event.StepStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The events of a workflow run as lines, in the order they come. Where several steps are at work,
 * each line names its step.
 */
public final class RunProgressText {

    private static final int WORD = 12;

    private final Style style;
    private final Map<String, ProgressText> transactions = new HashMap<>();
    private final Map<String, ProgressText> undos = new HashMap<>();
    private final Map<String, Scope> scopes = new HashMap<>();
    private final Set<String> running = new LinkedHashSet<>();
    private String run = "";

    public RunProgressText(Style style) {
        this.style = style;
    }

    /**
     * @param elapsed since the command began, by the clock that ARM shows
     */
    public List<String> lines(RunEvent event, Duration elapsed) {
        return switch (event) {
            case RunEvent.Opened(var id, var workflow) -> began(id, workflow, "");
            case RunEvent.Resumed(var id, var workflow) -> began(id, workflow, ", gone on with");
            case RunEvent.PhaseStarted(var phase) ->
                    List.of("", style.strong("Phase '" + phase + "'"));
            case RunEvent.PhaseEnded(var phase, var status, var reason) ->
                    phaseEnded(elapsed, phase, status, reason);
            case RunEvent.StepStarted(var step, var kind, var attempt, var provisioning) ->
                    started(elapsed, step, kind, attempt, provisioning);
            case RunEvent.StepProgress(var step, var inner) ->
                    inner(step, inner, elapsed, transactions);
            case RunEvent.StepOutput(var step, var text) ->
                    line(elapsed, "output", named(step, text));
            case RunEvent.StepEnded(var step, _, var status, var error) ->
                    ended(elapsed, step, status, error);
            case RunEvent.StepSkipped(var step, var reason) ->
                    line(elapsed, "skipped", step + ": " + reason);
            case RunEvent.ApprovalAsked(var subject, var message, var deadline) ->
                    asked(elapsed, subject, message, deadline);
            case RunEvent.Answered(var subject, var approved, var by) ->
                    line(elapsed, approved ? "approved" : "rejected", subject + " by " + by);
            case RunEvent.Cancelling(var by, var keep) ->
                    line(
                            elapsed,
                            "cancelling",
                            "the run, asked by "
                                    + by
                                    + (keep ? "; what was provisioned is kept" : ""));
            case RunEvent.RollbackStarted(var step, var attempt, _) -> undoing(step, attempt);
            case RunEvent.RollbackProgress(var step, var inner) ->
                    inner(step, inner, elapsed, undos);
            case RunEvent.RollbackEnded(var step, _, var verdict, var reason) ->
                    undone(elapsed, step, verdict, reason);
            case RunEvent.Note(var text) -> line(elapsed, "note", text);
        };
    }

    private List<String> began(String id, String workflow, String how) {
        run = id;
        return List.of("Workflow '" + workflow + "', run " + id + how);
    }

    private List<String> phaseEnded(
            Duration elapsed, String phase, PhaseStatus status, Optional<String> reason) {
        return line(
                elapsed,
                status.name(),
                "phase '" + phase + "'" + reason.map(text -> ": " + text).orElse(""));
    }

    private List<String> started(
            Duration elapsed,
            String step,
            String kind,
            int attempt,
            Optional<Provisioning> provisioning) {
        if (!kind.equals("parallel")) {
            running.add(step);
        }
        provisioning.ifPresent(
                what -> {
                    scopes.put(step, what.scope());
                    transactions.put(step, new ProgressText(style, what.scope()));
                });
        String again = attempt == 1 ? "" : ", attempt " + attempt;
        return line(elapsed, kind, step + again);
    }

    private List<String> inner(
            String step,
            TransactionEvent event,
            Duration elapsed,
            Map<String, ProgressText> texts) {
        return texts
                .computeIfAbsent(step, _ -> new ProgressText(style, scope(step, event)))
                .lines(event, elapsed)
                .stream()
                .map(text -> running.size() > 1 ? text + style.faint("  [" + step + "]") : text)
                .toList();
    }

    /** Of a run that is gone on with, the scope of what is undone first has to do. */
    private Scope scope(String step, TransactionEvent event) {
        Scope before = scopes.getOrDefault(step, Scope.TENANT);
        return event instanceof TransactionEvent.Planned(var acts) && !acts.isEmpty()
                ? scopes.getOrDefault(step, acts.getFirst().id().scope())
                : before;
    }

    private String named(String step, String text) {
        return running.size() > 1 ? text + style.faint("  [" + step + "]") : text;
    }

    private List<String> ended(
            Duration elapsed, String step, StepStatus status, Optional<ArmError> error) {
        running.remove(step);
        return line(elapsed, status.name(), step + reason(error));
    }

    private static String reason(Optional<ArmError> error) {
        return error.map(e -> ": " + e.code() + ": " + e.message())
                .map(RunWords::oneLine)
                .orElse("");
    }

    private List<String> asked(
            Duration elapsed, String subject, String message, Optional<Instant> deadline) {
        String step = " --step '" + subject + "'";
        return List.of(
                line(elapsed, "asking", message).getFirst(),
                " ".repeat(WORD + 11)
                        + "answer: belay approve "
                        + run
                        + step
                        + ", or: belay reject …"
                        + deadline.map(end -> ", until " + end).orElse(""));
    }

    private List<String> undoing(String step, int attempt) {
        undos.remove(step);
        String which = attempt == 1 ? "" : ", attempt " + attempt;
        return List.of("", style.strong("Rollback of '" + step + "'" + which));
    }

    private List<String> undone(
            Duration elapsed, String step, Verdict verdict, Optional<String> reason) {
        return line(
                elapsed,
                verdict.name(),
                step + reason.map(text -> ": " + RunWords.oneLine(text)).orElse(""));
    }

    private List<String> line(Duration elapsed, String word, String text) {
        String lower = word.toLowerCase(Locale.ROOT).replace('_', ' ');
        String padded = " ".repeat(Math.max(0, WORD - lower.length()));
        return List.of(
                "%7s  ".formatted(Names.clock(elapsed))
                        + RunWords.coloured(lower, style)
                        + padded
                        + "  "
                        + text);
    }
}
