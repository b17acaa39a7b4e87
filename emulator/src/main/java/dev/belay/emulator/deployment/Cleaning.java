package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the clean-up of a deployment in mode Complete is.
 *
 * @param operation the place of its {@code DeploymentCleanup} among the record's operations
 * @param deletions what is to go, ordered by path
 * @param progress whether something went since the last round began
 * @param state how it stands as a whole
 */
record Cleaning(int operation, PVector<Deletion> deletions, boolean progress, State state) {

    /** How a clean-up stands. */
    enum State {
        GOING,
        DONE,
        FAILED
    }

    /** Where a deletion stands. */
    enum Phase {
        /** For others, or for its turn. */
        WAITING,
        RUNNING,
        GONE,
        /** Refused or failed; another round may ask again. */
        REFUSED
    }

    /**
     * One resource that is to go.
     *
     * @param id which one
     * @param phase where it stands
     * @param operation its place among the record's operations, -1 before it has one
     * @param longRunning the provider's operation
     * @param status of its last refusal
     */
    record Deletion(
            ResourceId id, Phase phase, int operation, Optional<String> longRunning, int status) {

        Deletion in(Phase next) {
            return new Deletion(id, next, operation, longRunning, status);
        }

        Deletion startedAs(int newOperation) {
            return new Deletion(id, Phase.RUNNING, newOperation, Optional.empty(), status);
        }

        Deletion under(String newLongRunning) {
            return new Deletion(id, phase, operation, Optional.of(newLongRunning), status);
        }

        Deletion refused(int newStatus) {
            return new Deletion(id, Phase.REFUSED, operation, longRunning, newStatus);
        }
    }

    static Cleaning of(int operation, List<ResourceId> surplus) {
        List<Deletion> deletions =
                surplus.stream()
                        .map(id -> new Deletion(id, Phase.WAITING, -1, Optional.empty(), 0))
                        .toList();
        return new Cleaning(operation, TreePVector.from(deletions), false, State.GOING);
    }

    Cleaning with(int place, Deletion deletion) {
        boolean gone = deletion.phase() == Phase.GONE;
        return new Cleaning(operation, deletions.with(place, deletion), progress || gone, state);
    }

    Cleaning in(State newState) {
        return new Cleaning(operation, deletions, progress, newState);
    }

    /** What was refused waits again. */
    Cleaning nextRound() {
        Cleaning next = new Cleaning(operation, deletions, false, state);
        for (int place : places(Phase.REFUSED)) {
            next = next.with(place, next.deletions().get(place).in(Phase.WAITING));
        }
        return next;
    }

    List<Integer> places(Phase phase) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < deletions.size(); i++) {
            if (deletions.get(i).phase() == phase) {
                places.add(i);
            }
        }
        return places;
    }

    boolean has(Phase phase) {
        return deletions.stream().anyMatch(deletion -> deletion.phase() == phase);
    }

    /** The providers' operations that are not over. */
    Stream<String> atWork() {
        return deletions.stream()
                .filter(deletion -> deletion.phase() == Phase.RUNNING)
                .flatMap(deletion -> deletion.longRunning().stream());
    }

    JsonObject toJson() {
        List<Json> rows = deletions.stream().<Json>map(Cleaning::row).toList();
        return JsonObject.builder()
                .put("operation", operation)
                .put("progress", progress)
                .put("state", state.name())
                .put("deletions", new JsonArray(rows))
                .build();
    }

    private static JsonObject row(Deletion deletion) {
        return JsonObject.builder()
                .put("id", deletion.id().path())
                .put("phase", deletion.phase().name())
                .put("operation", deletion.operation())
                .put("longRunning", deletion.longRunning().map(Json::of))
                .put("status", deletion.status())
                .build();
    }

    static Cleaning from(Json kept) {
        List<Deletion> deletions =
                kept.at("/deletions").flatMap(Json::asArray).stream()
                        .flatMap(JsonArray::stream)
                        .map(Cleaning::deletion)
                        .toList();
        return new Cleaning(
                DeploymentRun.number(kept, "/operation"),
                TreePVector.from(deletions),
                kept.at("/progress").filter(Json.of(true)::equals).isPresent(),
                State.valueOf(kept.textAt("/state").orElse("GOING")));
    }

    private static Deletion deletion(Json row) {
        return new Deletion(
                ResourceId.of(row.textAt("/id").orElseThrow()),
                Phase.valueOf(row.textAt("/phase").orElse("WAITING")),
                DeploymentRun.number(row, "/operation"),
                row.textAt("/longRunning"),
                DeploymentRun.number(row, "/status"));
    }
}
