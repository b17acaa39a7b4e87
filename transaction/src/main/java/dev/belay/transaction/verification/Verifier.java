package dev.belay.transaction.verification;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.transaction.capture.ResourceReader;
import dev.belay.transaction.change.Differences;
import dev.belay.transaction.change.Evidence;
import dev.belay.transaction.change.Hints;
import dev.belay.transaction.change.ResourceChange;
import dev.belay.transaction.change.SnapshotDiff;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.journal.Proof;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.SnapshotEntry;
import dev.belay.types.comparison.BodyComparison;
import dev.belay.types.comparison.Comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads every resource of the snapshot again, by its id only, and judges. Absence needs two 404s.
 * What an earlier phase read or cached is not used.
 */
public final class Verifier {

    private final ResourceReader reader;
    private final TypeKnowledge knowledge;

    public Verifier(ResourceReader reader, TypeKnowledge knowledge) {
        this.reader = reader;
        this.knowledge = knowledge;
    }

    /** Verifies an undo. */
    public Verified verify(Evidence evidence) {
        var versions = new LinkedHashMap<ResourceId, String>();
        evidence.before().entries().forEach((id, entry) -> versions.put(id, entry.apiVersion()));
        Snapshot first = reader.again(evidence.before());
        var absent = new LinkedHashMap<>(versions);
        absent.keySet().removeIf(Predicate.not(first::absent));
        Snapshot second = reader.read(absent, Set.of());
        var entries = new LinkedHashMap<>(first.entries());
        entries.putAll(second.entries());
        ResourceReader.Lists lists = reader.lists(evidence.before().scopes());
        var capture = new Snapshot(second.takenAt(), entries, List.of());
        Differences differences = SnapshotDiff.between(evidence, capture, knowledge);
        var findings = new ArrayList<>(differences.findings());
        findings.addAll(Hints.between(evidence, lists.items(), lists.scopes()));
        return new Verified(
                capture,
                count(evidence, capture),
                differences.changes().stream()
                        .filter(change -> !(change instanceof ResourceChange.Appeared))
                        .toList(),
                findings);
    }

    private Proof count(Evidence evidence, Snapshot capture) {
        int compared = 0;
        int provenAbsent = 0;
        int incomparable = 0;
        for (SnapshotEntry before : evidence.before().entries().values()) {
            if (!touched(evidence, before.id())) {
                continue;
            }
            if (before instanceof SnapshotEntry.Absent && capture.absent(before.id())) {
                provenAbsent++;
            }
            if (before instanceof SnapshotEntry.Present former
                    && capture.find(before.id()).orElseThrow()
                            instanceof SnapshotEntry.Present live) {
                Comparison comparison = compare(former, live);
                compared += comparison.compared();
                incomparable += comparison.incomparable().size();
            }
        }
        return new Proof(compared, provenAbsent, incomparable);
    }

    /** Named by an operation, or the parent in whose list a named child is an item. */
    private boolean touched(Evidence evidence, ResourceId id) {
        return evidence.touch(id).isPresent()
                || evidence.touches().keySet().stream()
                        .filter(child -> knowledge.twinList(child).isPresent())
                        .anyMatch(child -> child.container().filter(id::equals).isPresent());
    }

    private Comparison compare(SnapshotEntry.Present former, SnapshotEntry.Present live) {
        return knowledge
                .facts(former.id())
                .map(
                        facts ->
                                BodyComparison.between(
                                        facts,
                                        former.apiVersion(),
                                        former.id().name(),
                                        former.body(),
                                        live.body()))
                .orElseGet(() -> new Comparison(List.of(), leaves(former), List.of(), List.of()));
    }

    /** The leaves of a type that the catalog does not have: all but what every server sets. */
    private int leaves(SnapshotEntry.Present entry) {
        return leaves(SnapshotDiff.writable(knowledge, entry));
    }

    private static int leaves(Json value) {
        return switch (value) {
            case JsonObject object ->
                    object.members().values().stream().mapToInt(Verifier::leaves).sum();
            case JsonArray array -> array.stream().mapToInt(Verifier::leaves).sum();
            case Json _ -> 1;
        };
    }
}
