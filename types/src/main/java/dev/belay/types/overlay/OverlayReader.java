package dev.belay.types.overlay;

import dev.belay.arm.ResourceType;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.types.shape.ShapePath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads an overlay file: type to list of rows, each {@code {quirk, …, evidence, source}}; what else
 * a row holds depends on the quirk. A row may have {@code paths} instead of {@code path}: it then
 * stands for one row per path.
 */
final class OverlayReader {

    private OverlayReader() {}

    /**
     * @throws IllegalArgumentException if a row is not understood; the message names type and row
     */
    static Map<ResourceType, TypeOverlay> read(Json file) {
        var types = new LinkedHashMap<ResourceType, TypeOverlay>();
        JsonObject root = file.asObject().orElseThrow(() -> wrong("the file", file));
        root.members()
                .forEach(
                        (name, rows) ->
                                types.put(
                                        ResourceType.of(name), new TypeOverlay(rows(name, rows))));
        return types;
    }

    private static List<OverlayRow> rows(String type, Json rows) {
        var read = new ArrayList<OverlayRow>();
        for (Json row : rows.asArray().orElseThrow(() -> wrong(type, rows))) {
            read.addAll(new Row(type, row.asObject().orElseThrow(() -> wrong(type, row))).read());
        }
        return read;
    }

    private static IllegalArgumentException wrong(String where, Json what) {
        return new IllegalArgumentException(
                "The overlay of " + where + " has a wrong value: " + what.toText());
    }

    /** One row while it is read; every member it has must be asked for. */
    private record Row(String type, JsonObject json) {

        private static final Set<String> ALWAYS =
                Set.of("quirk", "path", "paths", "evidence", "source");
        private static final Set<String> SOMETIMES =
                Set.of(
                        "version",
                        "where",
                        "value",
                        "list",
                        "key",
                        "names",
                        "within",
                        "child",
                        "staysInline");

        List<OverlayRow> read() {
            for (String member : json.members().keySet()) {
                if (!ALWAYS.contains(member) && !SOMETIMES.contains(member)) {
                    throw new IllegalArgumentException(
                            "A row of " + type + " has an unknown member '" + member + "'.");
                }
            }
            Evidence evidence = Evidence.of(text("evidence")).orElseThrow(() -> wrong(type, json));
            String source = text("source");
            return paths().stream()
                    .map(path -> new OverlayRow(quirk(path), evidence, source))
                    .toList();
        }

        private List<ShapePath> paths() {
            return json.get("paths").isPresent()
                    ? texts("paths").stream().map(ShapePath::new).toList()
                    : List.of(json.textAt("/path").map(ShapePath::new).orElse(ShapePath.ROOT));
        }

        private Quirk quirk(ShapePath path) {
            return switch (text("quirk")) {
                case "apiVersion" -> new Quirk.ApiVersion(text("version"));
                case "readOnly" -> new Quirk.ReadOnly(path);
                case "writable" -> new Quirk.Writable(path);
                case "secret" -> new Quirk.Secret(path);
                case "notSecret" -> new Quirk.NotSecret(path);
                case "createOnly" -> new Quirk.CreateOnly(path);
                case "refusedWhenEmpty" -> new Quirk.RefusedWhenEmpty(path);
                case "onlyWhere" ->
                        new Quirk.OnlyWhere(path, new ShapePath(text("where")), text("value"));
                case "emptyClears" -> new Quirk.EmptyClears(path, text("list"));
                case "emptyIsAbsent" -> new Quirk.EmptyIsAbsent(path);
                case "sendsOnlyDifferences" -> new Quirk.SendsOnlyDifferences(path);
                case "listKey" -> new Quirk.ListKey(path, texts("key"));
                case "unordered" -> new Quirk.Unordered(path);
                case "automatic" -> new Quirk.Automatic(texts("names"));
                case "undeletable" -> new Quirk.Undeletable();
                case "globalName" -> new Quirk.GlobalName(text("within"), path);
                case "inlineTwin" ->
                        new Quirk.InlineTwin(
                                path, ResourceType.of(text("child")), truth("staysInline"));
                case "softDelete" -> new Quirk.SoftDelete();
                case "notDeletedInCompleteMode" -> new Quirk.NotDeletedInCompleteMode();
                case "tagsNotSupported" -> new Quirk.TagsNotSupported();
                default -> throw wrong(type, json);
            };
        }

        private String text(String name) {
            return json.textAt("/" + name).orElseThrow(() -> wrong(type, json));
        }

        private boolean truth(String name) {
            return json.get(name).orElseThrow(() -> wrong(type, json)).equals(Json.of(true));
        }

        private List<String> texts(String name) {
            return json
                    .get(name)
                    .flatMap(Json::asArray)
                    .map(JsonArray::items)
                    .orElseThrow(() -> wrong(type, json))
                    .stream()
                    .map(item -> item.asText().orElseThrow(() -> wrong(type, json)))
                    .toList();
        }
    }
}
