package dev.belay.emulator.deployment;

import dev.belay.emulator.world.Progress;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import org.pcollections.HashTreePSet;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a deployment is: its plan and where each resource stands. A step costs what it changes.
 *
 * @param plan what is to be done
 * @param steps where each resource stands, by its place in the plan
 * @param waiting how many may still be started
 * @param running how many were started and have not ended
 * @param failed how many failed
 * @param seen reads that have an operation already
 * @param cleaning the clean-up of mode Complete, once it has begun
 */
record DeploymentRun(
        Plan plan,
        PVector<Step> steps,
        int waiting,
        int running,
        int failed,
        PSet<String> seen,
        Optional<Cleaning> cleaning)
        implements Progress {

    /** Where a resource stands. */
    enum Phase {
        /** For others, or for its turn. */
        WAITING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        /** Its condition is false. */
        SKIPPED,
        /** Never to be started: it waits for one that failed. */
        BLOCKED
    }

    /**
     * @param phase where it stands
     * @param left how many of those that it waits for have not ended
     * @param operation its place among the record's operations, -1 before it has one
     * @param longRunning the provider's operation
     * @param tries how often it was sent
     */
    record Step(Phase phase, int left, int operation, Optional<String> longRunning, int tries) {

        Step in(Phase next) {
            return new Step(next, left, operation, longRunning, tries);
        }

        Step oneLess() {
            return new Step(phase, left - 1, operation, longRunning, tries);
        }

        Step sentAs(int newOperation) {
            return new Step(Phase.RUNNING, left, newOperation, longRunning, tries + 1);
        }

        Step under(String newLongRunning) {
            return new Step(phase, left, operation, Optional.of(newLongRunning), tries);
        }
    }

    static DeploymentRun of(Plan plan) {
        List<Step> steps =
                plan.waitsFor().stream()
                        .map(left -> new Step(Phase.WAITING, left, -1, Optional.empty(), 0))
                        .toList();
        return new DeploymentRun(
                plan,
                TreePVector.from(steps),
                steps.size(),
                0,
                0,
                HashTreePSet.empty(),
                Optional.empty());
    }

    /** This run with a step moved; the counts follow. */
    DeploymentRun with(int place, Step step) {
        Phase before = steps.get(place).phase();
        return new DeploymentRun(
                plan,
                steps.with(place, step),
                waiting + moved(before, step.phase(), Phase.WAITING),
                running + moved(before, step.phase(), Phase.RUNNING),
                failed + moved(before, step.phase(), Phase.FAILED),
                seen,
                cleaning);
    }

    DeploymentRun withSeen(String read) {
        return new DeploymentRun(plan, steps, waiting, running, failed, seen.plus(read), cleaning);
    }

    DeploymentRun with(Cleaning newCleaning) {
        return new DeploymentRun(
                plan, steps, waiting, running, failed, seen, Optional.of(newCleaning));
    }

    /** Whether something that was started has not ended. */
    boolean works() {
        return running > 0
                || cleaning.filter(clean -> clean.has(Cleaning.Phase.RUNNING)).isPresent();
    }

    private static int moved(Phase before, Phase after, Phase counted) {
        return (after == counted ? 1 : 0) - (before == counted ? 1 : 0);
    }

    /** The places of started and not ended resources. */
    List<Integer> atWork() {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).phase() == Phase.RUNNING) {
                places.add(i);
            }
        }
        return places;
    }

    /** The steps alone: the plan is made again from what the record keeps. */
    @Override
    public JsonObject toJson() {
        List<Json> rows =
                steps.stream()
                        .<Json>map(
                                step ->
                                        JsonObject.builder()
                                                .put("phase", step.phase().name())
                                                .put("left", step.left())
                                                .put("operation", step.operation())
                                                .put("tries", step.tries())
                                                .put(
                                                        "longRunning",
                                                        step.longRunning().map(Json::of))
                                                .build())
                        .toList();
        return JsonObject.builder()
                .put("steps", new JsonArray(rows))
                .put("seen", new JsonArray(seen.stream().sorted().<Json>map(Json::of).toList()))
                .put("cleaning", cleaning.map(Cleaning::toJson))
                .build();
    }

    /** Of a plan made again and the steps as they were written. */
    static DeploymentRun restored(Plan plan, JsonObject kept) {
        DeploymentRun run = of(plan);
        List<Json> rows =
                kept.get("steps").flatMap(Json::asArray).map(JsonArray::items).orElse(List.of());
        for (int i = 0; i < Math.min(rows.size(), plan.size()); i++) {
            run = run.with(i, step(rows.get(i)));
        }
        List<Json> seen =
                kept.get("seen").flatMap(Json::asArray).map(JsonArray::items).orElse(List.of());
        for (Json read : seen) {
            run = run.withSeen(read.asText().orElse(""));
        }
        DeploymentRun stepped = run;
        return kept.get("cleaning").map(Cleaning::from).map(stepped::with).orElse(stepped);
    }

    private static Step step(Json row) {
        return new Step(
                Phase.valueOf(row.textAt("/phase").orElse("WAITING")),
                number(row, "/left"),
                number(row, "/operation"),
                row.textAt("/longRunning"),
                number(row, "/tries"));
    }

    static int number(Json row, String pointer) {
        return row.at(pointer).map(Json::toText).map(Integer::parseInt).orElse(0);
    }

    /** Values in the plan may be secrets. */
    @Override
    public String toString() {
        return "DeploymentRun[" + waiting + " waiting, " + running + " running]";
    }
}
