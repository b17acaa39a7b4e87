package dev.belay.transaction.change;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.snapshot.Sent;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.SnapshotEntry;
import dev.belay.types.comparison.ListKey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The difference of two snapshots for a person: no secrets, and only what can be written. */
public final class Deltas {

    private final TypeKnowledge knowledge;
    private final SecretMask mask;

    private Deltas(TypeKnowledge knowledge, Sent sent) {
        this.knowledge = knowledge;
        this.mask = new SecretMask(knowledge, sent);
    }

    /**
     * @param sent what was sent between the two; its secrets are masked in both
     * @return in the order of the first snapshot; what is unreadable in one of them is left out
     */
    public static List<Delta> between(
            Snapshot before, Snapshot after, Sent sent, TypeKnowledge knowledge) {
        var deltas = new Deltas(knowledge, sent);
        var found = new ArrayList<Delta>();
        for (SnapshotEntry entry : before.entries().values()) {
            after.find(entry.id()).flatMap(later -> deltas.of(entry, later)).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private Optional<Delta> of(SnapshotEntry before, SnapshotEntry after) {
        return switch (before) {
            case SnapshotEntry.Absent(var id, _) when after instanceof SnapshotEntry.Present ->
                    Optional.of(new Delta(id, Delta.Kind.CREATED, List.of()));
            case SnapshotEntry.Present former when after instanceof SnapshotEntry.Absent ->
                    Optional.of(new Delta(former.id(), Delta.Kind.DELETED, List.of()));
            case SnapshotEntry.Present former when after instanceof SnapshotEntry.Present later ->
                    modified(former, later);
            case SnapshotEntry _ -> Optional.empty();
        };
    }

    private Optional<Delta> modified(SnapshotEntry.Present former, SnapshotEntry.Present later) {
        JsonObject before = SnapshotDiff.writable(knowledge, former);
        JsonObject after = SnapshotDiff.writable(knowledge, later);
        var sides = new ThreeWay.Sides(before, Optional.empty(), Optional.of(after), after);
        Merged merged = ThreeWay.of(knowledge.facts(former.id()), sides, List.of());
        var places = new ArrayList<>(merged.restored());
        places.addAll(merged.others());
        if (places.isEmpty()) {
            return Optional.empty();
        }
        Json shownBefore = mask.of(former.id(), former.apiVersion(), before);
        Json shownAfter = mask.of(later.id(), later.apiVersion(), after);
        List<Delta.Property> properties =
                places.stream()
                        .map(
                                place ->
                                        new Delta.Property(
                                                place,
                                                at(shownBefore, place),
                                                at(shownAfter, place)))
                        .toList();
        return Optional.of(new Delta(former.id(), Delta.Kind.MODIFIED, properties));
    }

    /** The value at a place in which items of keyed lists are named by their key. */
    private static Optional<Json> at(Json body, JsonPointer place) {
        Optional<Json> value = Optional.of(body);
        for (String segment : place.segments()) {
            value = value.flatMap(json -> inside(json, segment));
        }
        return value.filter(json -> !json.isNull());
    }

    private static Optional<Json> inside(Json value, String segment) {
        return switch (value) {
            case JsonObject object -> object.find(segment);
            case JsonArray list when segment.startsWith("[") && segment.endsWith("]") ->
                    item(list, segment.substring(1, segment.length() - 1));
            case Json _ -> Optional.empty();
        };
    }

    private static Optional<Json> item(JsonArray list, String identity) {
        List<String> members =
                Arrays.stream(identity.split(",", -1)).map(part -> part.split("=", 2)[0]).toList();
        var key = new ListKey(members);
        return list.stream()
                .filter(item -> key.identity(item).filter(identity::equals).isPresent())
                .findFirst();
    }
}
