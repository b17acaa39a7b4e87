package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A template out of the archive with its parameter file, and a second version of it: a property of
 * every resource changed, a list item removed, two resources added.
 *
 * @param name the definition's file name
 * @param first version 1, as it stands in the archive
 * @param second version 2
 * @param parameterFile the archive's parameter file with placeholders replaced
 * @param world resources that stand before version 1 is deployed
 */
record RealTemplate(String name, Json first, Json second, Json parameterFile, List<Json> world) {

    static final List<String> NAMES =
            List.of(
                    "load-balancer-with-two-addresses",
                    "managed-instance-network",
                    "firewall-with-policy-and-groups",
                    "front-door-with-geo-filter",
                    "storage-for-a-shell");

    static RealTemplate load(String name, java.util.function.Function<String, String> archive) {
        JsonObject definition = JsonReader.strict().read(resource(name)).asObject().orElseThrow();
        Json first = JsonReader.lenient().read(archive.apply(text(definition, "template")));
        Json second = first;
        for (Json edit : definition.get("edits").orElseThrow().asArray().orElseThrow()) {
            second = edited(second, edit.asObject().orElseThrow());
        }
        second = added(second, definition.get("add").orElseThrow().asArray().orElseThrow());
        Json parameters =
                JsonReader.lenient().read(archive.apply(text(definition, "parameterFile")));
        for (var entry :
                definition
                        .get("parameters")
                        .orElseThrow()
                        .asObject()
                        .orElseThrow()
                        .members()
                        .entrySet()) {
            parameters =
                    JsonEdit.set(
                            parameters,
                            "/parameters/" + entry.getKey(),
                            JsonObject.of("value", entry.getValue()));
        }
        List<Json> world =
                definition
                        .get("world")
                        .flatMap(Json::asArray)
                        .map(JsonArray::items)
                        .orElse(List.of());
        return new RealTemplate(name, first, second, parameters, world);
    }

    private static Json edited(Json template, JsonObject edit) {
        String resource = "/resources/" + edit.get("resource").orElseThrow().toText();
        Json changed = template;
        for (var set :
                edit.get("set")
                        .orElse(Json.object())
                        .asObject()
                        .orElseThrow()
                        .members()
                        .entrySet()) {
            changed = JsonEdit.set(changed, resource + set.getKey(), set.getValue());
        }
        for (Json remove : edit.get("remove").orElse(JsonArray.EMPTY).asArray().orElseThrow()) {
            changed = JsonEdit.remove(changed, resource + remove.asText().orElseThrow());
        }
        return changed;
    }

    private static Json added(Json template, JsonArray more) {
        var resources =
                new ArrayList<>(
                        template.at("/resources").orElseThrow().asArray().orElseThrow().items());
        resources.addAll(more.items());
        return template.asObject().orElseThrow().with("resources", new JsonArray(resources));
    }

    private static String text(JsonObject definition, String member) {
        return definition.get(member).flatMap(Json::asText).orElseThrow();
    }

    private static String resource(String name) {
        try (var stream = RealTemplate.class.getResourceAsStream("/real/" + name + ".json")) {
            return new String(
                    java.util.Objects.requireNonNull(stream, name).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
