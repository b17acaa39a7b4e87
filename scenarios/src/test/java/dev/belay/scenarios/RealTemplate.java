package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A template out of the archive with its parameter file, and a second version of it: a property of
 * every resource changed where one can be changed, list items removed, two resources added.
 *
 * @param name the definition's file name
 * @param location of the group
 * @param first version 1, as it stands in the archive
 * @param second version 2
 * @param parameterFile the archive's parameter file with placeholders replaced
 * @param world resources that stand before version 1 is deployed
 * @param apiVersions resource type in lower case to the api-version that a look uses: the one that
 *     the template writes it with, or what the definition says
 * @param residue what the undo of a write cannot prove, {@code type#pointer}: values that ARM never
 *     shows
 */
record RealTemplate(
        String name,
        String location,
        Json first,
        Json second,
        Json parameterFile,
        List<Json> world,
        Map<String, String> apiVersions,
        List<String> residue) {

    static List<String> names() {
        return texts(JsonReader.strict().read(resource("list")));
    }

    static RealTemplate load(String name, Function<String, String> archive) {
        JsonObject definition = JsonReader.strict().read(resource(name)).asObject().orElseThrow();
        Json first = JsonReader.lenient().read(archive.apply(text(definition, "template")));
        Json second = first;
        for (Json edit : items(definition, "edits")) {
            second = edited(second, edit.asObject().orElseThrow());
        }
        second = added(second, items(definition, "add"));
        List<Json> world = items(definition, "world");
        var versions = new HashMap<String, String>();
        for (Json resource : world) {
            versions.put(
                    OutsideReader.typeOf(resource.textAt("/id").orElseThrow()),
                    resource.textAt("/apiVersion").orElseThrow());
        }
        collectVersions("", second, versions);
        members(definition, "apiVersions")
                .forEach((type, value) -> versions.put(lower(type), value.asText().orElseThrow()));
        return new RealTemplate(
                name,
                definition.textAt("/location").orElse("westus"),
                first,
                second,
                parameters(definition, archive.apply(text(definition, "parameterFile"))),
                world,
                versions,
                texts(new JsonArray(items(definition, "residue"))));
    }

    /**
     * What cannot be proven after these writes, {@code id#pointer} with the id in lower case.
     *
     * @param before bodies by lower-case id: only what stood then had a value to lose
     */
    Set<String> hidden(SequencedSet<String> written, Map<String, Json> before) {
        var places = new TreeSet<String>();
        for (String id : written) {
            if (!before.getOrDefault(lower(id), Json.nullValue()).isNull()) {
                hiddenOf(id).forEach(pointer -> places.add(lower(id) + "#" + pointer));
            }
        }
        return places;
    }

    private List<String> hiddenOf(String id) {
        return residue.stream()
                .filter(place -> lower(place).startsWith(OutsideReader.typeOf(id) + "#"))
                .map(place -> place.substring(place.indexOf('#') + 1))
                .toList();
    }

    /**
     * What a report names as not provable, in the same form. A place below one that the definition
     * names counts as that one.
     */
    Set<String> residue(Json report) {
        var places = new TreeSet<String>();
        for (Json finding : items(report.asObject().orElseThrow(), "residue")) {
            String id = finding.textAt("/id").orElseThrow();
            if (!finding.textAt("/reason").orElseThrow().equals("WRITE_ONLY")) {
                places.add(finding.toText());
            }
            for (String path : texts(finding.at("/paths").orElseThrow())) {
                String topmost =
                        hiddenOf(id).stream()
                                .filter(pointer -> (path + "/").startsWith(pointer + "/"))
                                .findFirst()
                                .orElse(path);
                places.add(lower(id) + "#" + topmost);
            }
        }
        return places;
    }

    private static Json parameters(JsonObject definition, String file) {
        Json parameters = JsonReader.lenient().read(file);
        for (var entry : members(definition, "parameters").entrySet()) {
            parameters =
                    JsonEdit.set(
                            parameters,
                            "/parameters/" + entry.getKey(),
                            JsonObject.of("value", entry.getValue()));
        }
        return parameters;
    }

    private static Json edited(Json template, JsonObject edit) {
        Json place = edit.get("resource").orElseThrow();
        String resource = "/resources/" + place.asText().orElseGet(place::toText);
        Json changed = template;
        for (var set : members(edit, "set").entrySet()) {
            changed = JsonEdit.set(changed, resource + set.getKey(), set.getValue());
        }
        for (Json remove : items(edit, "remove")) {
            changed = JsonEdit.remove(changed, resource + remove.asText().orElseThrow());
        }
        return changed;
    }

    private static Json added(Json template, List<Json> more) {
        var resources =
                new ArrayList<>(
                        template.at("/resources").orElseThrow().asArray().orElseThrow().items());
        resources.addAll(more);
        return template.asObject().orElseThrow().with("resources", new JsonArray(resources));
    }

    /** Of the resources in a template, of the children in them, and of nested templates. */
    private static void collectVersions(String parent, Json template, Map<String, String> found) {
        for (Json resource : items(template.asObject().orElse(Json.object()), "resources")) {
            String type = resource.textAt("/type").map(RealTemplate::lower).orElseThrow();
            String full = type.contains(".") ? type : parent + "/" + type;
            resource.textAt("/apiVersion")
                    .filter(version -> !version.startsWith("["))
                    .ifPresent(version -> found.put(full, version));
            collectVersions(full, resource, found);
            resource.at("/properties/template").ifPresent(t -> collectVersions("", t, found));
        }
    }

    private static String lower(String type) {
        return type.toLowerCase(Locale.ROOT);
    }

    private static Map<String, Json> members(JsonObject of, String name) {
        return of.get(name).flatMap(Json::asObject).orElse(Json.object()).members();
    }

    private static List<Json> items(JsonObject of, String name) {
        return of.get(name).flatMap(Json::asArray).orElse(JsonArray.EMPTY).items();
    }

    private static List<String> texts(Json list) {
        return list.asArray().orElseThrow().stream().map(t -> t.asText().orElseThrow()).toList();
    }

    private static String text(JsonObject definition, String member) {
        return definition.get(member).flatMap(Json::asText).orElseThrow();
    }

    private static String resource(String name) {
        try (var stream = RealTemplate.class.getResourceAsStream("/real/" + name + ".json")) {
            return new String(
                    Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
