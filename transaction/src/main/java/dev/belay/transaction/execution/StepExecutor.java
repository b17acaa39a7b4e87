package dev.belay.transaction.execution;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Resources;
import dev.belay.client.polling.LongRunning;
import dev.belay.client.polling.Patience;
import dev.belay.client.polling.ProvisioningState;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.capture.ResourceReader;
import dev.belay.transaction.change.Evidence;
import dev.belay.transaction.change.FailedState;
import dev.belay.transaction.change.Merged;
import dev.belay.transaction.change.SnapshotDiff;
import dev.belay.transaction.change.ThreeWay;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.plan.RollbackStep;
import dev.belay.transaction.plan.StepStatus;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.transaction.snapshot.SnapshotEntry;
import dev.belay.types.sanitise.Sanitised;
import dev.belay.types.sanitise.Sanitiser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries out one step: a fresh GET first, then the act, with {@code If-Match} where the GET showed
 * an etag, then a GET that shows the effect.
 */
public final class StepExecutor {

    private static final int MOST_ATTEMPTS = 4;
    private static final Duration BETWEEN_READS = Duration.ofSeconds(5);

    private final Evidence evidence;
    private final TypeKnowledge knowledge;
    private final ResourceReader reader;
    private final Resources resources;
    private final Writes writes;
    private final DeletionGuard guard;
    private final Patience patience;

    public StepExecutor(
            Evidence evidence,
            TypeKnowledge knowledge,
            ResourceReader reader,
            ArmClient client,
            DeletionGuard guard,
            Patience patience) {
        this.evidence = evidence;
        this.knowledge = knowledge;
        this.reader = reader;
        this.resources = new Resources(client);
        this.writes = new Writes(new LongRunning(client, patience));
        this.guard = guard;
        this.patience = patience;
    }

    public StepOutcome execute(RollbackStep step) {
        return switch (step) {
            case RollbackStep.RestoreModified(_, var id, _) -> restore(before(id), List.of());
            case RollbackStep.ResetSetting(_, var id, _) -> restore(before(id), List.of());
            case RollbackStep.RecreateDeleted(_, var id) -> recreate(before(id));
            case RollbackStep.DeleteCreated(var id) -> delete(id);
            case RollbackStep.RedeployExport redeploy ->
                    throw new IllegalArgumentException("Not a step on a resource: " + redeploy);
            case RollbackStep.LeaveAlone _ -> StepOutcome.of(StepStatus.ALREADY_DONE);
        };
    }

    private SnapshotEntry.Present before(ResourceId id) {
        return evidence.before()
                .present(id)
                .orElseThrow(() -> new IllegalStateException("The snapshot lacks '" + id + "'."));
    }

    /**
     * @param ours places that are the undo's doing before this step
     */
    private StepOutcome restore(SnapshotEntry.Present before, List<JsonPointer> ours) {
        Optional<ArmError> doubt = Optional.empty();
        var own = new ArrayList<>(ours);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            SnapshotEntry entry = settled(before.id(), before.apiVersion());
            if (!(entry instanceof SnapshotEntry.Present live)) {
                return unreadable(entry);
            }
            Merged merged = SnapshotDiff.merge(evidence, knowledge, before, live, own);
            if (merged.restored().isEmpty()
                    && FailedState.ours(evidence, knowledge, before, live).isEmpty()) {
                return standing(
                        own.size() == ours.size() ? StepStatus.ALREADY_DONE : StepStatus.DONE,
                        live);
            }
            if (attempt == MOST_ATTEMPTS - 1) {
                break;
            }
            Writes.End end =
                    writes.follow(
                            live.id(),
                            live.apiVersion(),
                            resources.put(
                                    live.id(),
                                    live.apiVersion(),
                                    body(merged, live, own.size() == ours.size()),
                                    live.etag()));
            switch (end) {
                case Writes.End.Stopped(var outcome) -> {
                    return outcome;
                }
                case Writes.End.Overtaken _ -> doubt = Optional.empty();
                case Writes.End.LookAgain(var error) -> {
                    own.addAll(merged.restored());
                    doubt = Optional.of(error.orElseGet(StepExecutor::noEffect));
                }
            }
        }
        return doubt.map(error -> StepOutcome.of(StepStatus.FAILED, error))
                .orElseGet(() -> StepOutcome.of(StepStatus.OVERTAKEN));
    }

    private static ArmError noEffect() {
        return ArmError.of(
                "NoEffect", "ARM reported success, and a GET does not show the former state.");
    }

    /**
     * What to PUT: only differences where the type wants that, else the whole writable body; the
     * whole one also where something has to vanish, which no difference can say.
     */
    private JsonObject body(Merged merged, SnapshotEntry.Present live, boolean first) {
        JsonObject target = merged.target();
        if (live.body().find("tags").isPresent() && target.find("tags").isEmpty()) {
            // left out, tags survive on some types (documented by reports)
            target = target.with("tags", Json.object());
        }
        JsonObject wanted = target;
        ResourceId id = live.id();
        String version = live.apiVersion();
        return knowledge
                .facts(id)
                .filter(_ -> first)
                .flatMap(facts -> Sanitiser.minimal(facts, version, id.name(), wanted, live.body()))
                .map(Sanitised::body)
                .orElse(wanted);
    }

    private StepOutcome recreate(SnapshotEntry.Present before) {
        ResourceId id = before.id();
        SnapshotEntry entry = settled(id, before.apiVersion());
        if (entry instanceof SnapshotEntry.Present) {
            return knowledge.automatic(id) || knowledge.undeletable(id)
                    ? restore(before, List.of(JsonPointer.ROOT)) // it came with its parent
                    : StepOutcome.of(StepStatus.OVERTAKEN);
        }
        if (!(entry instanceof SnapshotEntry.Absent)) {
            return unreadable(entry);
        }
        Writes.End end =
                writes.follow(
                        id,
                        before.apiVersion(),
                        resources.put(
                                id,
                                before.apiVersion(),
                                SnapshotDiff.writable(knowledge, before),
                                Optional.empty()));
        if (end instanceof Writes.End.Stopped(var outcome)) {
            return outcome;
        }
        return settled(id, before.apiVersion()) instanceof SnapshotEntry.Present live
                ? standing(StepStatus.DONE, live)
                : StepOutcome.of(StepStatus.FAILED, doubt(end));
    }

    private StepOutcome delete(ResourceId id) {
        String version = evidence.before().find(id).map(SnapshotEntry::apiVersion).orElseThrow();
        SnapshotEntry entry = settled(id, version);
        if (entry instanceof SnapshotEntry.Absent) {
            return StepOutcome.of(StepStatus.ALREADY_DONE);
        }
        if (!(entry instanceof SnapshotEntry.Present live)) {
            return unreadable(entry);
        }
        if (!asRightAfter(live)) {
            return StepOutcome.of(StepStatus.OVERTAKEN);
        }
        Optional<ArmError> foreign = guard.foreignInside(id);
        if (foreign.isPresent()) {
            return StepOutcome.of(StepStatus.BLOCKED, foreign.get());
        }
        Writes.End end = writes.follow(id, version, resources.delete(id, version, live.etag()));
        return switch (end) {
            case Writes.End.Stopped(var outcome) -> stays(live, outcome);
            case Writes.End.Overtaken _ -> StepOutcome.of(StepStatus.OVERTAKEN);
            case Writes.End.LookAgain _ ->
                    settled(id, version) instanceof SnapshotEntry.Absent
                                    && reader.read(id, version) instanceof SnapshotEntry.Absent
                            ? StepOutcome.of(StepStatus.DONE)
                            : StepOutcome.of(StepStatus.FAILED, doubt(end));
        };
    }

    private StepOutcome stays(SnapshotEntry.Present live, StepOutcome refused) {
        return refused.error()
                .flatMap(error -> guard.usedByOthers(live.resource(), error))
                .map(error -> StepOutcome.of(StepStatus.BLOCKED, error))
                .orElse(refused);
    }

    private boolean asRightAfter(SnapshotEntry.Present live) {
        return SnapshotDiff.after(evidence, knowledge, live.id())
                .filter(
                        after ->
                                ThreeWay.equal(
                                        knowledge.facts(live.id()),
                                        after,
                                        SnapshotDiff.writable(knowledge, live)))
                .isPresent();
    }

    private static ArmError doubt(Writes.End end) {
        return end instanceof Writes.End.LookAgain(var error) && error.isPresent()
                ? error.get()
                : noEffect();
    }

    /** What stands there once nobody works on it. */
    private SnapshotEntry settled(ResourceId id, String apiVersion) {
        SnapshotEntry entry = reader.read(id, apiVersion);
        while (entry instanceof SnapshotEntry.Present live
                && ProvisioningState.working(live.body())
                && patience.wait(BETWEEN_READS)) {
            entry = reader.read(id, apiVersion);
        }
        return entry;
    }

    private StepOutcome standing(StepStatus status, SnapshotEntry.Present live) {
        return StepOutcome.standing(status, Digest.ofValue(SnapshotDiff.writable(knowledge, live)));
    }

    private static StepOutcome unreadable(SnapshotEntry entry) {
        return entry instanceof SnapshotEntry.Unreadable(_, _, var error)
                ? StepOutcome.of(StepStatus.FAILED, error)
                : StepOutcome.of(StepStatus.OVERTAKEN);
    }
}
