package dev.belay.view.text;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.plan.RollbackStep;
import dev.belay.transaction.plan.StepStatus;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The events of one command as lines, in the order they come: when, what, on what. One line for
 * each change of state of a resource; the same state again makes no line.
 */
public final class ProgressText {

    private static final int LONGEST_WORD = 12;

    private final Style style;
    private final Map<ResourceId, String> states = new HashMap<>();
    private Scope scope;

    /**
     * @param scope ids below it are shown without it; an opened transaction's own takes its place
     */
    public ProgressText(Style style, Scope scope) {
        this.style = style;
        this.scope = scope;
    }

    /**
     * @param elapsed since the command began, by the clock that ARM shows
     */
    public List<String> lines(TransactionEvent event, Duration elapsed) {
        return switch (event) {
            case TransactionEvent.Opened(var id, var deployment, var where) -> {
                scope = where;
                yield List.of(
                        "Deployment '"
                                + deployment
                                + "' in "
                                + Names.of(where)
                                + ", transaction "
                                + id);
            }
            case TransactionEvent.Capturing(var resources) ->
                    line(elapsed, "saving", Names.count(resources, "resource"));
            case TransactionEvent.Captured(var present, var absent) ->
                    line(elapsed, "saved", present + " present, " + absent + " absent");
            case TransactionEvent.Submitted _ -> line(elapsed, "deploying", "accepted by ARM");
            case TransactionEvent.Progress(var target, var operation, var state, var error) ->
                    progress(elapsed, target, operation, state, error);
            case TransactionEvent.DeploymentEnded(var state, var error) ->
                    line(elapsed, state, "the deployment" + reason(error));
            case TransactionEvent.Cancelling(var by) ->
                    line(elapsed, "cancelling", "the deployment, asked by " + by);
            case TransactionEvent.Waiting(var reason, var duration) ->
                    line(elapsed, "waiting", Names.clock(duration) + " " + reason);
            case TransactionEvent.Planned(var steps) ->
                    line(elapsed, "undoing", Names.count(acts(steps), "step"));
            case TransactionEvent.StepStarted _ -> List.of();
            case TransactionEvent.StepEnded(_, var act, var status, var error) ->
                    step(elapsed, act, status, error);
            case TransactionEvent.Verifying(var resources) ->
                    line(elapsed, "verifying", Names.count(resources, "resource"));
            case TransactionEvent.Note(var text) -> line(elapsed, "note", text);
        };
    }

    private static int acts(List<RollbackStep> steps) {
        return (int)
                steps.stream().filter(step -> !(step instanceof RollbackStep.LeaveAlone)).count();
    }

    private List<String> progress(
            Duration elapsed,
            ResourceId target,
            String operation,
            String state,
            Optional<ArmError> error) {
        boolean writes = operation.equalsIgnoreCase("Create");
        boolean quiet = !writes && error.isEmpty();
        if (quiet || state.equals(states.put(target, state))) {
            return List.of();
        }
        return line(elapsed, state, Names.within(scope, target) + reason(error));
    }

    private List<String> step(
            Duration elapsed, RollbackStep act, StepStatus status, Optional<ArmError> error) {
        if (act instanceof RollbackStep.LeaveAlone) {
            return List.of();
        }
        return line(
                elapsed,
                StepWords.past(act.kind(), Optional.of(status)),
                Names.within(scope, act.id()) + reason(error));
    }

    private List<String> line(Duration elapsed, String word, String text) {
        String lower = word.toLowerCase(Locale.ROOT);
        String padded = " ".repeat(Math.max(0, LONGEST_WORD - lower.length()));
        return List.of(
                "%7s  ".formatted(Names.clock(elapsed)) + coloured(lower) + padded + "  " + text);
    }

    private String coloured(String word) {
        return switch (word) {
            case "failed", "canceled", "blocked" -> style.bad(word);
            case "succeeded", "restored", "deleted", "recreated", "redeployed" -> style.good(word);
            default -> style.faint(word);
        };
    }

    private static String reason(Optional<ArmError> error) {
        return error.map(e -> ": " + e.innermost().code()).orElse("");
    }
}
