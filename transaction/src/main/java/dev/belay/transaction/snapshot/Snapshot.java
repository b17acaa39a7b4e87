package dev.belay.transaction.snapshot;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.json.JsonWriter;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What ARM reported about a set of resources at one moment.
 *
 * <p>A snapshot is a value: it never reads Azure again. Two captures of an unchanged scope are not
 * equal as records (time and etags differ); compare them with {@code SnapshotDiff}.
 *
 * @param takenAt when the last answer was read, UTC
 * @param entries every resource asked for; parents before children
 * @param listed what the lists of the scopes showed: a hint for what others do, never a proof
 */
public record Snapshot(
        Instant takenAt, SequencedMap<ResourceId, SnapshotEntry> entries, List<Listed> listed) {

    public static final int FORMAT_VERSION = 1;

    public Snapshot {
        requireNonNull(takenAt);
        entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        listed = List.copyOf(listed);
    }

    /**
     * One item of a scope's list.
     *
     * @param createdTime as ARM wrote it; empty if it did not
     * @param changedTime as ARM wrote it; empty if it did not
     */
    public record Listed(
            ResourceId id, Optional<String> createdTime, Optional<String> changedTime) {

        JsonObject toJson() {
            return JsonObject.builder()
                    .put("id", id.path())
                    .put("createdTime", createdTime.map(Json::of))
                    .put("changedTime", changedTime.map(Json::of))
                    .build();
        }

        static Listed of(Json json) {
            Fields fields = Fields.of(json);
            return new Listed(
                    fields.id("id"),
                    fields.optionalText("createdTime"),
                    fields.optionalText("changedTime"));
        }
    }

    public Optional<SnapshotEntry> find(ResourceId id) {
        return Optional.ofNullable(entries.get(id));
    }

    public Optional<SnapshotEntry.Present> present(ResourceId id) {
        return find(id).flatMap(SnapshotEntry::present);
    }

    /** Whether ARM said that it does not exist. */
    public boolean absent(ResourceId id) {
        return entries.get(id) instanceof SnapshotEntry.Absent;
    }

    /** The scopes in which its resources lie; one that is a scope itself counts as that. */
    public Set<Scope> scopes() {
        Set<Scope> scopes = new LinkedHashSet<>();
        entries.keySet().forEach(id -> scopes.add(scopeOf(id)));
        return Collections.unmodifiableSet(scopes);
    }

    /** The scope that a change of the resource touches: itself if it is one. */
    public static Scope scopeOf(ResourceId id) {
        return id.asScope().orElseGet(id::scope);
    }

    public List<SnapshotEntry.Unreadable> unreadable() {
        return entries.values().stream()
                .filter(SnapshotEntry.Unreadable.class::isInstance)
                .map(SnapshotEntry.Unreadable.class::cast)
                .toList();
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("formatVersion", FORMAT_VERSION)
                .put("takenAt", takenAt.toString())
                .put(
                        "entries",
                        new JsonArray(
                                entries.values().stream()
                                        .<Json>map(SnapshotEntry::toJson)
                                        .toList()))
                .put("listed", new JsonArray(listed.stream().<Json>map(Listed::toJson).toList()))
                .build();
    }

    /** The blob. */
    public String toText() {
        return JsonWriter.compact(toJson());
    }

    /**
     * Reads a blob.
     *
     * @throws IllegalStateException if the blob is corrupt
     */
    public static Snapshot read(String blob) {
        Fields fields = Fields.of(parse(blob));
        if (fields.number("formatVersion") != FORMAT_VERSION) {
            throw new IllegalStateException("A snapshot of an unknown format version.");
        }
        var entries = new LinkedHashMap<ResourceId, SnapshotEntry>();
        for (Json item : fields.items("entries")) {
            SnapshotEntry entry = SnapshotEntry.of(item);
            entries.put(entry.id(), entry);
        }
        return new Snapshot(
                fields.instant("takenAt"),
                entries,
                fields.items("listed").stream().map(Listed::of).toList());
    }

    private static Json parse(String blob) {
        try {
            return JsonReader.strict().read(blob);
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("A snapshot is no JSON.", e);
        }
    }
}
