package dev.belay.template.catalog;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonString;
import dev.belay.template.expression.TextKind;
import dev.belay.testkit.Shared;
import dev.belay.testkit.TarArchive;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The expressions of the real templates that the manifest lists.
 *
 * @param expressions by template; each without its outer brackets
 */
record TemplateArchive(Map<String, Set<String>> expressions) {

    static TemplateArchive read() throws IOException {
        TarArchive archive = TarArchive.read(Shared.path("data/template/templates.tar.gz"));
        String manifest = Files.readString(Shared.path("data/template/templates-manifest.json"));
        Map<String, Set<String>> expressions = new LinkedHashMap<>();
        for (Json entry : (JsonArray) JsonReader.strict().read(manifest)) {
            String id = entry.textAt("/id").orElseThrow();
            Set<String> found = new LinkedHashSet<>();
            collect(JsonReader.lenient().read(archive.text(id)), found);
            expressions.put(id, found);
        }
        return new TemplateArchive(expressions);
    }

    Set<String> distinct() {
        Set<String> all = new LinkedHashSet<>();
        expressions.values().forEach(all::addAll);
        return all;
    }

    private static void collect(Json json, Set<String> found) {
        switch (json) {
            case JsonString(var text) -> add(text, found);
            case JsonArray(var items) -> items.forEach(item -> collect(item, found));
            case JsonObject(var members) ->
                    members.forEach(
                            (name, member) -> {
                                add(name, found);
                                if (!name.equals("metadata")) {
                                    collect(member, found);
                                }
                            });
            default -> {}
        }
    }

    private static void add(String text, Set<String> found) {
        if (TextKind.isExpression(text)) {
            found.add(TextKind.inside(text));
        }
    }
}
