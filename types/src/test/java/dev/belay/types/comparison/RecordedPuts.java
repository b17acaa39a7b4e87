package dev.belay.types.comparison;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.testkit.Shared;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What clients sent to real ARM by PUT, and what the next GET of the same resource showed.
 *
 * @param apiVersion of the PUT
 */
record RecordedPuts(ResourceId id, String apiVersion, JsonObject sent, JsonObject shown) {

    /** All of the shared recordings, where PUT and GET succeeded with the same api-version. */
    static List<RecordedPuts> read() throws IOException {
        var found = new ArrayList<RecordedPuts>();
        try (var zip = new ZipFile(Shared.path("data/recordings/recordings.zip").toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".json")) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    found.addAll(of(new String(bytes, StandardCharsets.UTF_8)));
                }
            }
        }
        return found;
    }

    private static List<RecordedPuts> of(String recording) {
        var found = new ArrayList<RecordedPuts>();
        Map<String, JsonObject> sent = new HashMap<>();
        Json root = JsonReader.strict().read(recording);
        for (Json call : root.at("/interactions").flatMap(Json::asArray).orElse(JsonArray.EMPTY)) {
            call(call, sent).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<RecordedPuts> call(Json call, Map<String, JsonObject> sent) {
        String method = call.textAt("/method").orElse("");
        Optional<ResourceId> id = call.textAt("/path").flatMap(RecordedPuts::id);
        String version = call.textAt("/query/api-version").orElse("");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        String key = id.get().folded() + " " + version;
        int status = Integer.parseInt(call.at("/status").map(Json::toText).orElse("0"));
        if (method.equals("PUT") && (status == 200 || status == 201)) {
            call.at("/requestBody").flatMap(Json::asObject).ifPresent(b -> sent.put(key, b));
        } else if (!method.equals("GET")) {
            sent.remove(key);
        }
        Optional<JsonObject> shown = call.at("/responseBody").flatMap(Json::asObject);
        JsonObject before = sent.get(key);
        return method.equals("GET") && status == 200 && before != null && shown.isPresent()
                ? Optional.of(new RecordedPuts(id.get(), version, before, shown.get()))
                : Optional.empty();
    }

    private static Optional<ResourceId> id(String path) {
        try {
            return ResourceId.parse(path);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
