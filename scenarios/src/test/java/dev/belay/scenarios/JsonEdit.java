package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;

import java.util.ArrayList;
import java.util.List;

/** Sets and removes values inside a JSON value; members that are missing on the way are made. */
final class JsonEdit {

    private JsonEdit() {}

    static Json set(Json root, String pointer, Json value) {
        return set(root, JsonPointer.parse(pointer).segments(), value);
    }

    private static Json set(Json here, List<String> path, Json value) {
        if (path.isEmpty()) {
            return value;
        }
        List<String> rest = path.subList(1, path.size());
        if (here instanceof JsonArray(var items)) {
            var changed = new ArrayList<>(items);
            int index = Integer.parseInt(path.getFirst());
            changed.set(index, set(items.get(index), rest, value));
            return new JsonArray(changed);
        }
        JsonObject object = here.asObject().orElseThrow();
        Json child = object.get(path.getFirst()).orElse(Json.object());
        return object.with(path.getFirst(), set(child, rest, value));
    }

    /**
     * @throws java.util.NoSuchElementException if nothing stands there: an edit that does nothing
     *     proves nothing
     */
    static Json remove(Json root, String pointer) {
        JsonPointer full = JsonPointer.parse(pointer);
        JsonPointer parent = full.parent().orElseThrow();
        Json _ = root.at(full).orElseThrow();
        String last = full.segments().getLast();
        Json changed =
                switch (root.at(parent).orElseThrow()) {
                    case JsonArray(var items) -> {
                        var fewer = new ArrayList<>(items);
                        fewer.remove(Integer.parseInt(last));
                        yield new JsonArray(fewer);
                    }
                    case JsonObject object -> object.without(last);
                    default -> throw new IllegalArgumentException(pointer);
                };
        return set(root, parent.segments(), changed);
    }
}
