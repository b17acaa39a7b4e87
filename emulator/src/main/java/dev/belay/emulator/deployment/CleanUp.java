package dev.belay.emulator.deployment;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.error.CleanUpErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.Cleaning.Deletion;
import dev.belay.emulator.deployment.Cleaning.Phase;
import dev.belay.emulator.deployment.Cleaning.State;
import dev.belay.emulator.provisioning.Outcome;
import dev.belay.emulator.provisioning.Provisioning;
import dev.belay.emulator.provisioning.ProvisioningRequest;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The clean-up of a deployment in mode Complete: after all writes have ended well it deletes what
 * the template lacks.
 *
 * <p>One operation {@code DeploymentCleanup} without a target (recorded), one {@code Delete} for
 * each resource (kind documented). Children go before parents, what uses something before what it
 * uses (documented for the deletion of a group), in waves that run side by side; what was refused
 * is asked again as long as a round makes progress (documented for a group), what was throttled or
 * broke with a 5xx for a quarter of an hour besides (documented likewise). That the rules of a
 * group's deletion hold here, and the pause between rounds, is inferred.
 */
final class CleanUp {

    /** The step that begins the next wave or round. */
    static final String GO_ON = "clean";

    /** Begins the step that follows the end of one deletion; its place stands behind. */
    static final String DELETED = "delete-";

    private static final String KIND = "DeploymentCleanup";
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Of REST api-versions before this one a condition that is false keeps a resource. */
    private static final String FALSE_DELETES_SINCE = "2019-05-10";

    private final Provisioning provisioning;

    CleanUp(Provisioning provisioning) {
        this.provisioning = provisioning;
    }

    /** Whether the deployment still has to clean up. */
    static boolean isDue(Turn turn) {
        return turn.record().shown().get("mode").filter(Json.of("Complete")::equals).isPresent()
                && turn.run().cleaning().isEmpty();
    }

    /**
     * Begins it.
     *
     * @param written what the deployment put, nested deployments' resources included
     */
    Turn begin(Turn before, List<ResourceId> written) {
        Turn begun = before.begin(KIND, Optional.empty(), Json.object());
        int operation = begun.record().operations().size() - 1;
        List<ResourceId> surplus =
                begun.record().scope() instanceof Scope.ResourceGroup group
                        ? provisioning.surplus().of(begun.world(), group, kept(begun, written))
                        : List.of();
        return wave(begun.with(begun.run().with(Cleaning.of(operation, surplus))));
    }

    /**
     * Evidence: documented ("deployment-modes"): older REST api-versions keep what a condition left
     * out.
     */
    private static Set<ResourceId> kept(Turn turn, List<ResourceId> written) {
        var kept = new HashSet<>(written);
        String apiVersion = turn.record().kept().textAt("/apiVersion").orElse("");
        if (!apiVersion.isEmpty() && apiVersion.compareTo(FALSE_DELETES_SINCE) < 0) {
            kept.addAll(turn.run().plan().expanded().everythingLeftOut());
            for (int place = 0; place < turn.run().plan().size(); place++) {
                if (turn.run().steps().get(place).phase() == DeploymentRun.Phase.SKIPPED) {
                    kept.add(turn.run().plan().resource(place).id());
                }
            }
        }
        return kept;
    }

    /** Goes on after a pause, or after a deletion that was over with its answer. */
    Turn goOn(Turn turn) {
        Optional<Cleaning> cleaning = turn.run().cleaning().filter(CleanUp::going);
        return cleaning.isPresent() && !cleaning.get().has(Phase.RUNNING) ? wave(turn) : turn;
    }

    private static boolean going(Cleaning cleaning) {
        return cleaning.state() == State.GOING;
    }

    /** A deletion that went on has ended. */
    Turn deleted(Turn turn, int place) {
        Cleaning cleaning = turn.run().cleaning().orElseThrow();
        Deletion deletion = cleaning.deletions().get(place);
        Optional<LongRunning> operation = deletion.longRunning().flatMap(turn.world()::operation);
        if (deletion.phase() != Phase.RUNNING || operation.isEmpty()) {
            return turn;
        }
        return switch (operation.get().status()) {
            case RUNNING -> turn;
            case SUCCEEDED -> goOn(gone(turn, place, 200));
            case FAILED, CANCELED -> goOn(failed(turn, place, operation.get()));
        };
    }

    private static Turn failed(Turn turn, int place, LongRunning operation) {
        Deletion deletion = deletion(turn, place);
        List<ArmError> details =
                operation.failure().map(LongRunning.Failure::error).stream().toList();
        ArmError error =
                CleanUpErrors.resourceDeletionFailure(deletion.id(), Records.FAILED, details);
        JsonObject message =
                JsonObject.of("status", Json.of(Records.FAILED), "error", error.toJson());
        int status = operation.failure().map(LongRunning.Failure::status).orElse(500);
        return with(
                turn.mark(deletion.operation(), Records.FAILED, 409, Optional.of(message)),
                place,
                deletion.refused(status));
    }

    private static Turn gone(Turn turn, int place, int status) {
        Deletion deletion = deletion(turn, place);
        return with(
                turn.mark(deletion.operation(), Records.SUCCEEDED, status, Optional.empty()),
                place,
                deletion.in(Phase.GONE));
    }

    private static Deletion deletion(Turn turn, int place) {
        return turn.run().cleaning().orElseThrow().deletions().get(place);
    }

    private static Turn with(Turn turn, int place, Deletion deletion) {
        return turn.with(
                turn.run().with(turn.run().cleaning().orElseThrow().with(place, deletion)));
    }

    private Turn wave(Turn before) {
        if (before.record().terminal()) {
            return before;
        }
        Cleaning cleaning = before.run().cleaning().orElseThrow();
        List<Integer> waiting = cleaning.places(Phase.WAITING);
        if (waiting.isEmpty()) {
            return round(before, cleaning);
        }
        Set<ResourceId> open = open(cleaning, waiting);
        List<Integer> free =
                waiting.stream()
                        .filter(place -> !isAwaited(before, deletion(before, place).id(), open))
                        .toList();
        Turn turn = before;
        for (int place : free.isEmpty() ? waiting : free) {
            turn = delete(turn, place);
        }
        boolean works = turn.run().cleaning().orElseThrow().has(Phase.RUNNING);
        return works ? turn : turn.later(GO_ON, Duration.ZERO);
    }

    private static Set<ResourceId> open(Cleaning cleaning, List<Integer> places) {
        var open = new HashSet<ResourceId>();
        places.forEach(place -> open.add(cleaning.deletions().get(place).id()));
        return open;
    }

    /** Whether something that is to go lies below it or uses it. */
    private static boolean isAwaited(Turn turn, ResourceId id, Set<ResourceId> open) {
        World world = turn.world();
        return world.resources().below(id).stream().map(StoredResource::id).anyMatch(open::contains)
                || world.resources().referencing(id).stream()
                        .map(StoredResource::id)
                        .anyMatch(open::contains);
    }

    private Turn delete(Turn before, int place) {
        Turn turn = started(before, place);
        Deletion deletion = deletion(turn, place);
        Optional<StoredResource> stored = turn.world().find(deletion.id());
        if (stored.isEmpty()) {
            return gone(turn, place, 204);
        }
        var request =
                ProvisioningRequest.ofDeployment(
                        Method.DELETE,
                        deletion.id(),
                        stored.get().apiVersion(),
                        Json.object(),
                        turn.now(),
                        turn.continuation(DELETED + place));
        Outcome outcome = provisioning.write(turn.world(), request);
        Turn after = turn.with(outcome.world());
        return switch (outcome) {
            case Outcome.Refused(_, var refusal, _, _) ->
                    with(
                            after.fail(deletion.operation(), refusal.status(), refusal.error()),
                            place,
                            deletion.refused(refusal.status()));
            case Outcome.Done(_, var status, _) -> gone(after, place, status);
            case Outcome.Accepted(_, var operation, var style, _) ->
                    with(
                            after.mark(
                                    deletion.operation(),
                                    Records.RUNNING,
                                    style.status(),
                                    Optional.empty()),
                            place,
                            deletion.under(operation.id()));
            case Outcome.NoAnswer _ -> after;
        };
    }

    private static Turn started(Turn turn, int place) {
        Deletion deletion = deletion(turn, place);
        if (deletion.operation() >= 0) {
            return with(turn, place, deletion.startedAs(deletion.operation()));
        }
        Turn begun = turn.begin("Delete", Optional.of(deletion.id()), Json.object());
        int operation = begun.record().operations().size() - 1;
        return with(begun, place, deletion.startedAs(operation));
    }

    /** Nothing waits: it is done, or another round is worth while, or it has failed. */
    private static Turn round(Turn turn, Cleaning cleaning) {
        if (!cleaning.has(Phase.REFUSED)) {
            return turn.mark(cleaning.operation(), Records.SUCCEEDED, 200, Optional.empty())
                    .with(turn.run().with(cleaning.in(State.DONE)));
        }
        if (cleaning.progress() || isPatient(turn, cleaning)) {
            return turn.with(turn.run().with(cleaning.nextRound())).later(GO_ON, PAUSE);
        }
        return turn.fail(cleaning.operation(), 409, CleanUpErrors.failedCleanUp())
                .with(turn.run().with(cleaning.in(State.FAILED)));
    }

    private static boolean isPatient(Turn turn, Cleaning cleaning) {
        var end = turn.record().operations().get(cleaning.operation()).startedAt().plus(PATIENCE);
        return turn.now().isBefore(end)
                && cleaning.deletions().stream()
                        .anyMatch(
                                deletion ->
                                        deletion.phase() == Phase.REFUSED
                                                && isPassing(deletion.status()));
    }

    private static boolean isPassing(int status) {
        return status >= 500 || status == 429 || status == 408;
    }
}
