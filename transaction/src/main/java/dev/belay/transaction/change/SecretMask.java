package dev.belay.transaction.change;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.snapshot.Mark;
import dev.belay.transaction.snapshot.Sent;
import dev.belay.transaction.snapshot.SnapshotEntry;
import dev.belay.types.sanitise.SecretPaths;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bodies as they may be shown to others: what the catalog or the name calls a secret is masked, and
 * every place to which a secret was sent, or what only the deployment could compute. In a list all
 * items are treated alike, for which item got the secret cannot be told from its place.
 */
public final class SecretMask {

    /** What is shown in the place of a secret. */
    public static final Json SHOWN = Json.of("[secure]");

    /**
     * What is shown where a value is computed by the deployment: it may be a key, of {@code list*}.
     */
    public static final Json COMPUTED = Json.of("[computed by the deployment]");

    private final TypeKnowledge knowledge;
    private final Sent sent;

    public SecretMask(TypeKnowledge knowledge, Sent sent) {
        this.knowledge = knowledge;
        this.sent = sent;
    }

    /** The whole body that an entry shows. */
    public Json of(SnapshotEntry.Present entry) {
        return of(entry.id(), entry.apiVersion(), entry.body());
    }

    /** A body of the resource, or a part of it that begins at the root. */
    public Json of(ResourceId id, String apiVersion, JsonObject body) {
        List<JsonPointer> known =
                knowledge
                        .facts(id)
                        .map(facts -> SecretPaths.in(facts, apiVersion, id.name(), body))
                        .orElseGet(() -> SecretPaths.byName(body));
        List<Json> written = sent.body(id).<List<Json>>map(List::of).orElse(List.of());
        return new Walk(new HashSet<>(known)).value(JsonPointer.ROOT, body, written);
    }

    /** One body. */
    private record Walk(Set<JsonPointer> secrets) {

        /**
         * @param written what was sent to this place: several values inside of lists
         */
        Json value(JsonPointer at, Json value, List<Json> written) {
            if (secrets.contains(at) || written.stream().anyMatch(Mark.SECURE::is)) {
                return SHOWN;
            }
            if (written.stream().anyMatch(Mark.DEFERRED::is)) {
                return COMPUTED;
            }
            return switch (value) {
                case JsonObject object -> object(at, object, written);
                case JsonArray list -> list(at, list, written);
                case Json plain -> plain;
            };
        }

        private Json object(JsonPointer at, JsonObject object, List<Json> written) {
            var shown = JsonObject.builder();
            object.members()
                    .forEach(
                            (name, member) ->
                                    shown.put(
                                            name,
                                            value(at.child(name), member, member(written, name))));
            return shown.build();
        }

        private static List<Json> member(List<Json> written, String name) {
            return written.stream()
                    .map(json -> json.asObject().flatMap(object -> object.find(name)))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Json list(JsonPointer at, JsonArray list, List<Json> written) {
            List<Json> sentItems =
                    written.stream()
                            .flatMap(json -> json.asArray().stream())
                            .flatMap(JsonArray::stream)
                            .toList();
            var shown = new ArrayList<Json>();
            for (int i = 0; i < list.size(); i++) {
                shown.add(value(at.child(i), list.get(i), sentItems));
            }
            return new JsonArray(shown);
        }
    }
}
