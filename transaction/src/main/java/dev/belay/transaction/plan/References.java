package dev.belay.transaction.plan;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The ids of other resources in a writable body. Back references are read-only and therefore not in
 * it.
 */
final class References {

    private References() {}

    static Set<ResourceId> in(JsonObject writableBody) {
        var found = new LinkedHashSet<ResourceId>();
        collect(writableBody, found);
        return found;
    }

    private static void collect(Json value, Set<ResourceId> found) {
        switch (value) {
            case JsonString(var text) ->
                    ResourceId.parse(text)
                            .filter(id -> id.names().size() > 0)
                            .ifPresent(found::add);
            case JsonArray items -> items.forEach(item -> collect(item, found));
            case JsonObject object -> {
                object.members().forEach((name, member) -> collect(Json.of(name), found));
                object.members().values().forEach(member -> collect(member, found));
            }
            case Json _ -> {}
        }
    }
}
