package dev.belay.transaction.change;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.transaction.snapshot.Sent;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.types.shape.ShapePath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Children that also are items of a list of their parent: a subnet, a rule. */
public final class Twins {

    private Twins() {}

    /** Whether the parent's body in the snapshot shows the child in its list. */
    public static boolean listed(TypeKnowledge knowledge, Snapshot snapshot, ResourceId id) {
        Optional<ShapePath> list = knowledge.twinList(id);
        return list.isPresent()
                && id.container()
                        .flatMap(snapshot::present)
                        .filter(
                                parent ->
                                        items(parent.body(), list.get()).stream()
                                                .anyMatch(item -> named(item, id.name())))
                        .isPresent();
    }

    /** The sent bodies with every such child put into the list of its parent too. */
    public static Sent withParents(TypeKnowledge knowledge, Sent sent) {
        var bodies = new LinkedHashMap<>(sent.bodies());
        for (Map.Entry<ResourceId, JsonObject> child : sent.bodies().entrySet()) {
            ResourceId id = child.getKey();
            Optional<ShapePath> list = knowledge.twinList(id);
            if (list.isPresent()) {
                ResourceId parent = id.container().orElseThrow();
                bodies.put(
                        parent,
                        withItem(
                                bodies.getOrDefault(parent, Json.object()),
                                List.of(list.get().text().split("\\.", -1)),
                                child.getValue().with("name", Json.of(id.name()))));
            }
        }
        return new Sent(bodies);
    }

    private static JsonObject withItem(JsonObject body, List<String> path, JsonObject item) {
        String name = path.getFirst();
        Optional<Json> member = body.find(name);
        String spelled = body.nameOf(name).orElse(name);
        if (path.size() > 1) {
            JsonObject inner = member.flatMap(Json::asObject).orElse(Json.object());
            return body.with(spelled, withItem(inner, path.subList(1, path.size()), item));
        }
        if (member.isPresent() && member.get().asArray().isEmpty()) {
            return body;
        }
        var items = new ArrayList<>(member.flatMap(Json::asArray).orElse(JsonArray.EMPTY).items());
        items.removeIf(other -> named(other, item.textAt("/name").orElse("")));
        items.add(item);
        return body.with(spelled, new JsonArray(items));
    }

    static List<Json> items(JsonObject body, ShapePath path) {
        Optional<Json> value = Optional.of(body);
        for (String name : path.text().split("\\.", -1)) {
            value = value.flatMap(Json::asObject).flatMap(object -> object.find(name));
        }
        return value.flatMap(Json::asArray).map(JsonArray::items).orElse(List.of());
    }

    static boolean named(Json item, String name) {
        return item.textAt("/name").filter(name::equalsIgnoreCase).isPresent();
    }
}
