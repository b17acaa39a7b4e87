package dev.belay.types.catalog;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.testkit.Shared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The shared facts as they lie there, with what stands in files of its own put into each type's
 * entry: server-set paths and inline children.
 *
 * @param source what the facts were made from
 * @param types name to entry, api-versions in full
 * @param parents what is no type, name to actions
 * @param shapes by number
 */
record SourceCatalog(
        String source,
        SequencedMap<String, JsonObject> types,
        SequencedMap<String, JsonObject> parents,
        List<Json> shapes) {

    static SourceCatalog read() throws IOException {
        JsonObject catalog = gzipped("data/types/catalog.json.gz");
        var versions = (JsonArray) catalog.get("apiVersionLists").orElseThrow();
        var types = new TreeMap<String, JsonObject>();
        object(catalog, "types")
                .forEach((name, entry) -> types.put(name, inFull((JsonObject) entry, versions)));
        serverSet(types);
        inline(types);
        var parents = new TreeMap<String, JsonObject>();
        object(catalog, "actionsWithoutType")
                .forEach((name, actions) -> parents.put(name, (JsonObject) actions));
        var shapes = (JsonArray) catalog.get("shapes").orElseThrow();
        String source = catalog.textAt("/source").orElseThrow();
        return new SourceCatalog(source, types, parents, shapes.items());
    }

    private static JsonObject inFull(JsonObject entry, JsonArray lists) {
        int index = number(entry.get("apiVersions").orElseThrow());
        List<Json> versions =
                List.of(lists.get(index).asText().orElseThrow().split(" ", -1)).stream()
                        .<Json>map(Json::of)
                        .toList();
        return entry.with("apiVersions", new JsonArray(versions));
    }

    private static void serverSet(Map<String, JsonObject> types) throws IOException {
        JsonObject file = plain("data/types/server-set-but-writable.json");
        rules(file, "serverSetButWritable", "serverSetButWritable", types);
        rules(file, "suspects", "serverSetSuspects", types);
    }

    private static void rules(
            JsonObject file, String part, String member, Map<String, JsonObject> types) {
        object(file, part)
                .forEach(
                        (rule, ofTypes) ->
                                ((JsonObject) ofTypes)
                                        .members()
                                        .forEach(
                                                (type, paths) ->
                                                        types.compute(
                                                                type,
                                                                (_, entry) ->
                                                                        put(
                                                                                entry, member,
                                                                                rule, paths))));
    }

    private static JsonObject put(JsonObject entry, String member, String rule, Json paths) {
        JsonObject rules =
                entry.get(member).flatMap(Json::asObject).orElse(Json.object()).with(rule, paths);
        return entry.with(member, rules);
    }

    private static void inline(Map<String, JsonObject> types) throws IOException {
        for (Json item : (JsonArray) json("data/quirks/inline-children.json")) {
            var row = (JsonObject) item;
            JsonObject kept = row.without("parent").without("file").without("apiVersion");
            types.computeIfPresent(
                    row.textAt("/parent").orElseThrow(),
                    (_, entry) -> entry.with("inlineChildren", grown(entry, kept)));
        }
    }

    private static JsonArray grown(JsonObject entry, JsonObject item) {
        var items =
                new java.util.ArrayList<>(
                        entry.get("inlineChildren")
                                .flatMap(Json::asArray)
                                .map(JsonArray::items)
                                .orElse(List.of()));
        items.add(item);
        return new JsonArray(items);
    }

    static int number(Json value) {
        return Math.toIntExact(((JsonNumber) value).asLong().orElseThrow());
    }

    static String namespace(String name) {
        return name.split("/", 2)[0].toLowerCase(Locale.ROOT);
    }

    static SequencedMap<String, Json> object(JsonObject json, String name) {
        return ((JsonObject) json.get(name).orElseThrow()).members();
    }

    static JsonObject gzipped(String path) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(Shared.path(path)))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (JsonObject) JsonReader.strict().read(text);
        }
    }

    private static JsonObject plain(String path) throws IOException {
        return (JsonObject) json(path);
    }

    private static Json json(String path) throws IOException {
        return JsonReader.strict().read(Files.readString(Shared.path(path)));
    }
}
