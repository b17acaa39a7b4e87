package dev.belay.transaction.change;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.snapshot.SnapshotEntry;
import dev.belay.types.shape.ShapePath;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A resource, or an item of its list that is a child too, that a write of ours left {@code Failed}
 * or {@code Canceled}, and that was neither before. No property need differ: still it is not as it
 * was, and only another write mends it (documented: the RPC's asynchronous contract; the state is
 * that of the last write).
 */
public final class FailedState {

    private static final JsonPointer PATH = JsonPointer.parse("/properties/provisioningState");
    private static final Set<String> FAILED = Set.of("failed", "canceled");

    private FailedState() {}

    /** Where the deployment, or a step of its undo, left the resource so; empty: nowhere. */
    public static List<JsonPointer> ours(
            Evidence evidence,
            TypeKnowledge knowledge,
            SnapshotEntry.Present before,
            SnapshotEntry.Present live) {
        var places = new ArrayList<JsonPointer>();
        boolean written =
                evidence.touch(live.id()).isPresent() || evidence.undone().containsKey(live.id());
        if (written && failed(live.body()) && !failed(before.body())) {
            places.add(PATH);
        }
        for (ResourceId id : new TreeSet<>(evidence.touches().keySet())) {
            if (id.container().filter(live.id()::equals).isPresent()) {
                knowledge
                        .twinList(id)
                        .filter(list -> failed(item(live, list, id)))
                        .filter(list -> !failed(item(before, list, id)))
                        .ifPresent(list -> places.add(place(list, id)));
            }
        }
        return places;
    }

    private static boolean failed(JsonObject body) {
        return body.at(PATH)
                .flatMap(Json::asText)
                .map(state -> state.toLowerCase(Locale.ROOT))
                .filter(FAILED::contains)
                .isPresent();
    }

    private static JsonObject item(SnapshotEntry.Present parent, ShapePath list, ResourceId id) {
        return Twins.items(parent.body(), list).stream()
                .filter(item -> Twins.named(item, id.name()))
                .findFirst()
                .flatMap(Json::asObject)
                .orElse(Json.object());
    }

    private static JsonPointer place(ShapePath list, ResourceId id) {
        String item = "[name=" + id.name().toLowerCase(Locale.ROOT) + "]";
        return JsonPointer.parse("/" + list.text().replace('.', '/') + "/" + item + PATH);
    }
}
