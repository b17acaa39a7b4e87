package dev.belay.emulator.deployment;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;

import java.util.Set;
import java.util.TreeSet;

/** The paths of a document with the kinds of their values; items of one list share a path. */
final class JsonShape {

    private JsonShape() {}

    static Set<String> of(Json json) {
        var paths = new TreeSet<String>();
        collect(json, "", paths);
        return paths;
    }

    private static void collect(Json json, String path, Set<String> paths) {
        switch (json) {
            case JsonObject(var members) -> {
                paths.add(path + " object");
                members.forEach((name, value) -> collect(value, path + "/" + name, paths));
            }
            case JsonArray(var items) -> {
                paths.add(path + " array");
                items.forEach(item -> collect(item, path + "/[]", paths));
            }
            case JsonString _ -> paths.add(path + " string");
            case JsonNumber _ -> paths.add(path + " number");
            case JsonBoolean _ -> paths.add(path + " boolean");
            case JsonNull _ -> paths.add(path + " null");
        }
    }
}
