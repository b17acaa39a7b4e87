package dev.belay.transaction.plan;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonWriter;
import dev.belay.transaction.change.Finding;

import java.util.List;

/**
 * What is to be done to undo a set of changes, in order.
 *
 * @param steps what acts, then what is left alone by decision of the planner
 * @param findings what else stays different, and why
 */
public record RollbackPlan(List<Planned> steps, List<Finding> findings) {

    public static final int FORMAT_VERSION = 1;

    public RollbackPlan {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }

    /**
     * A step and its wave: steps of one wave do not need one another.
     *
     * @param wave from 1
     */
    public record Planned(int wave, RollbackStep act) {}

    /** The steps that act, in order. */
    public List<RollbackStep> acts() {
        return steps.stream()
                .map(Planned::act)
                .filter(act -> !(act instanceof RollbackStep.LeaveAlone))
                .toList();
    }

    /** What the planner decided to leave. */
    public List<RollbackStep.LeaveAlone> left() {
        return steps.stream()
                .map(Planned::act)
                .filter(RollbackStep.LeaveAlone.class::isInstance)
                .map(RollbackStep.LeaveAlone.class::cast)
                .toList();
    }

    /** The blob. */
    public String toText() {
        return JsonWriter.compact(
                JsonObject.of(
                        "formatVersion",
                        Json.of(FORMAT_VERSION),
                        "steps",
                        new JsonArray(
                                steps.stream()
                                        .<Json>map(
                                                step ->
                                                        JsonObject.of(
                                                                "wave",
                                                                Json.of(step.wave()),
                                                                "act",
                                                                step.act().toJson()))
                                        .toList()),
                        "findings",
                        new JsonArray(findings.stream().<Json>map(Finding::toJson).toList())));
    }
}
