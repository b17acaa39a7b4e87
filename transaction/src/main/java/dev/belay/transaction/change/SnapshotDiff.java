package dev.belay.transaction.change;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What differs between the snapshot and now, and whose difference it is. */
public final class SnapshotDiff {

    private final Evidence evidence;
    private final TypeKnowledge knowledge;
    private final Snapshot now;
    private final VanishedGroups groups;
    private final List<ResourceChange> changes = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private SnapshotDiff(Evidence evidence, TypeKnowledge knowledge, Snapshot now) {
        this.evidence = evidence;
        this.knowledge = knowledge;
        this.now = now;
        this.groups = new VanishedGroups(evidence.before(), now);
    }

    /** The differences of every resource that was saved. */
    public static Differences between(Evidence evidence, Snapshot now, TypeKnowledge knowledge) {
        var diff = new SnapshotDiff(evidence, knowledge, now);
        evidence.before().entries().values().forEach(diff::compare);
        diff.findings.addAll(diff.groups.roots(diff.findings));
        return new Differences(diff.changes, diff.findings, diff.notes);
    }

    /**
     * The writable body that a resource is to have, with what others did to it.
     *
     * @param live what a fresh GET shows
     */
    public static Merged merge(
            Evidence evidence,
            TypeKnowledge knowledge,
            SnapshotEntry.Present before,
            SnapshotEntry.Present live) {
        return merge(evidence, knowledge, before, live, List.of());
    }

    /**
     * The same in the midst of a step.
     *
     * @param own places that the step has already written
     */
    public static Merged merge(
            Evidence evidence,
            TypeKnowledge knowledge,
            SnapshotEntry.Present before,
            SnapshotEntry.Present live,
            List<JsonPointer> own) {
        var places = new ArrayList<>(own);
        if (new Dependents(evidence, knowledge).cameWithHolder(before.id())) {
            places.add(JsonPointer.ROOT);
        }
        places.addAll(writtenByUndo(evidence, before.id(), writable(knowledge, live)));
        Merged merged =
                ThreeWay.of(
                        knowledge.facts(before.id()),
                        sides(evidence, knowledge, before, live),
                        places);
        boolean theirs = notSent(evidence, before.id(), live) || evidence.beside(before.id());
        return places.isEmpty() && theirs ? theirs(merged, writable(knowledge, live)) : merged;
    }

    /**
     * Whether the resource cannot have been written by a deployment of which it is not known that
     * ARM ever had it: it does not hold what was sent.
     */
    private static boolean notSent(Evidence evidence, ResourceId id, SnapshotEntry.Present live) {
        return !evidence.acceptedForSure()
                && evidence.touch(id).isEmpty()
                && evidence.sent()
                        .body(id)
                        .filter(sent -> SentMatch.holds(sent, live.body()))
                        .isEmpty();
    }

    private static Merged theirs(Merged merged, JsonObject live) {
        var others = new ArrayList<>(merged.others());
        others.addAll(merged.restored());
        others.addAll(merged.conflicts());
        return new Merged(live, List.of(), List.of(), others, List.of());
    }

    private static ThreeWay.Sides sides(
            Evidence evidence,
            TypeKnowledge knowledge,
            SnapshotEntry.Present before,
            SnapshotEntry.Present live) {
        ResourceId id = before.id();
        return new ThreeWay.Sides(
                writable(knowledge, before),
                evidence.sent().body(id),
                after(evidence, knowledge, id),
                writable(knowledge, live),
                evidence.tookWhatWasSent(id));
    }

    /** The writable body right after the deployment; empty: it was not there. */
    public static Optional<JsonObject> after(
            Evidence evidence, TypeKnowledge knowledge, ResourceId id) {
        return Optional.ofNullable(evidence.later().bodies().get(id))
                .or(() -> evidence.after().present(id).map(each -> writable(knowledge, each)));
    }

    /** The writable part of what an entry shows. */
    public static JsonObject writable(TypeKnowledge knowledge, SnapshotEntry.Present entry) {
        return knowledge.writable(entry.id(), entry.apiVersion(), entry.body()).body();
    }

    private static List<JsonPointer> writtenByUndo(
            Evidence evidence, ResourceId id, JsonObject live) {
        Evidence.UndoWrite write = evidence.undone().get(id);
        if (write == null
                || write.ended().filter(d -> !d.equals(Digest.ofValue(live))).isPresent()) {
            return List.of();
        }
        return write.paths().isEmpty() ? List.of(JsonPointer.ROOT) : write.paths();
    }

    private void compare(SnapshotEntry before) {
        Optional<SnapshotEntry> entry = now.find(before.id());
        if (entry.isEmpty() || insideTwin(before.id())) {
            return;
        }
        switch (entry.get()) {
            case SnapshotEntry.Unreadable unreadable ->
                    findings.add(
                            finding(
                                    before.id(),
                                    List.of(),
                                    Reason.UNREADABLE,
                                    "It could not be read: " + unreadable.error().message()));
            case SnapshotEntry.Absent _ -> before.present().ifPresent(this::vanished);
            case SnapshotEntry.Present live ->
                    before.present()
                            .ifPresentOrElse(former -> changed(former, live), () -> appeared(live));
        }
    }

    /** Whether its parent's list holds it before or now: then it is one thing with that item. */
    private boolean insideTwin(ResourceId id) {
        return Twins.listed(knowledge, evidence.before(), id) || Twins.listed(knowledge, now, id);
    }

    private void vanished(SnapshotEntry.Present before) {
        ResourceId id = before.id();
        boolean mayBeOurs = evidence.acceptedForSure() || evidence.touch(id).isPresent();
        boolean later = evidence.after().present(id).isPresent();
        if ((later || !mayBeOurs) && !evidence.undone().containsKey(id)) {
            findings.add(
                    finding(
                            id,
                            List.of(),
                            Reason.CHANGED_BY_OTHERS,
                            later
                                    ? "It was deleted after the deployment by somebody else"
                                            + (groups.held(id)
                                                    ? ", with its resource group, which is not"
                                                            + " created again."
                                                    : ".")
                                    : "It was deleted by somebody else: ARM never had the"
                                            + " deployment."));
        } else if (id.type().equals(ResourceType.RESOURCE_GROUP)) {
            findings.add(
                    finding(
                            id,
                            List.of(),
                            Reason.GROUP_VANISHED,
                            "The resource group vanished; it is not created again."));
        } else if (groups.held(id)) {
            findings.add(
                    finding(
                            id,
                            List.of(),
                            Reason.GROUP_VANISHED,
                            "It vanished with its resource group, which is not created again; what"
                                    + " it was is saved."));
        } else {
            changes.add(new ResourceChange.Deleted(before));
            if (deletedByOperation(id)) {
                return;
            }
            notes.add(
                    "'"
                            + id
                            + "' vanished while the deployment ran; who deleted it cannot be"
                            + " told.");
        }
    }

    /** Whether an operation of the deployment is known to have deleted it, or what holds it. */
    private boolean deletedByOperation(ResourceId id) {
        return evidence.touches().keySet().stream()
                .anyMatch(touched -> touched.contains(id) && evidence.after().absent(touched));
    }

    private void appeared(SnapshotEntry.Present live) {
        ResourceId id = live.id();
        if (new Dependents(evidence, knowledge).ofCreated(id)) {
            return;
        }
        if (Ownership.created(evidence, live)) {
            changes.add(new ResourceChange.Created(live, changedSince(live)));
            return;
        }
        changes.add(new ResourceChange.Appeared(live));
        findings.add(
                finding(
                        id,
                        List.of(),
                        Reason.NOT_OURS,
                        "It was not there before, and not our deployment created it."));
    }

    private boolean changedSince(SnapshotEntry.Present live) {
        Optional<JsonObject> after = after(evidence, knowledge, live.id());
        return after.isEmpty()
                || !ThreeWay.equal(
                        knowledge.facts(live.id()), after.get(), writable(knowledge, live));
    }

    private void changed(SnapshotEntry.Present before, SnapshotEntry.Present live) {
        Merged merged = merge(evidence, knowledge, before, live);
        ResourceId id = before.id();
        var restored = new ArrayList<>(merged.restored());
        restored.addAll(FailedState.ours(evidence, knowledge, before, live));
        if (!restored.isEmpty()) {
            changes.add(new ResourceChange.Modified(before, live, restored));
        }
        if (!merged.unsent().isEmpty()) {
            notes.add(
                    "Restored at '"
                            + id
                            + "' though the template does not set it (the deployment or somebody"
                            + " else at the same time): "
                            + texts(merged.unsent())
                            + ".");
        }
        add(id, merged.others(), Reason.CHANGED_BY_OTHERS, "Somebody else changed it.");
        add(
                id,
                merged.conflicts(),
                Reason.CONFLICT,
                "The deployment changed it, and somebody else changed it again.");
        if (evidence.touch(id).isPresent() && evidence.sent().body(id).isPresent()) {
            add(
                    id,
                    WriteOnlyValues.of(knowledge, before, evidence.sent().body(id).orElseThrow()),
                    Reason.WRITE_ONLY,
                    "A value that ARM never shows was sent; what it was before cannot be proven.");
        }
    }

    private void add(ResourceId id, List<JsonPointer> paths, Reason reason, String text) {
        if (!paths.isEmpty()) {
            findings.add(finding(id, paths, reason, text));
        }
    }

    private static Finding finding(
            ResourceId id, List<JsonPointer> paths, Reason reason, String text) {
        return new Finding(id, paths, reason, text);
    }

    private static String texts(List<JsonPointer> paths) {
        return String.join(", ", paths.stream().map(JsonPointer::toString).toList());
    }
}
