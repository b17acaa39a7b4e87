package dev.belay.emulator.deployment;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.testkit.Shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Deployments at resource groups that real ARM answered, out of the shared recordings. */
final class RecordedDeployments {

    private static final Pattern PATH =
            Pattern.compile(
                    "(?i)(/subscriptions/[^/]+/resourcegroups/[^/]+)"
                            + "(?:/providers/Microsoft\\.Resources)?/deployments/([^/]+)(/.*)?");

    private RecordedDeployments() {}

    /**
     * A PUT or validate with an inline template, and what a later GET and list of operations of the
     * same name showed.
     */
    record Recorded(
            String recording,
            String group,
            JsonObject request,
            JsonObject answer,
            boolean validate,
            String apiVersion,
            Optional<JsonObject> succeeded,
            Optional<JsonObject> operations) {}

    static List<Recorded> read() {
        var all = new ArrayList<Recorded>();
        try (var zip = new ZipFile(Shared.path("data/recordings/recordings.zip").toFile())) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            for (ZipEntry entry : entries) {
                if (entry.getName().endsWith(".json")) {
                    String text =
                            new String(
                                    zip.getInputStream(entry).readAllBytes(),
                                    StandardCharsets.UTF_8);
                    recorded(entry.getName(), JsonReader.strict().read(text), all);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void recorded(String name, Json recording, List<Recorded> all) {
        String on = recording.textAt("/recordedOn").orElse("");
        List<Json> calls =
                recording
                        .at("/interactions")
                        .flatMap(Json::asArray)
                        .map(JsonArray::items)
                        .orElse(List.of());
        for (int i = 0; i < calls.size(); i++) {
            Json call = calls.get(i);
            Matcher path = PATH.matcher(call.textAt("/path").orElse(""));
            boolean fits =
                    on.compareTo("2020-09") > 0
                            && path.matches()
                            && call.at("/status").map(Json::toText).orElse("").startsWith("20");
            String rest = fits && path.group(3) != null ? path.group(3) : "";
            boolean put = call.textAt("/method").orElse("").equals("PUT") && rest.isEmpty();
            Optional<JsonObject> request = call.at("/requestBody").flatMap(Json::asObject);
            Optional<JsonObject> answer = call.at("/responseBody").flatMap(Json::asObject);
            boolean inline =
                    request.flatMap(body -> body.at("/properties/template"))
                            .flatMap(Json::asObject)
                            .isPresent();
            if (fits
                    && (put || rest.equalsIgnoreCase("/validate"))
                    && inline
                    && answer.isPresent()) {
                all.add(
                        new Recorded(
                                name,
                                path.group(1),
                                request.get(),
                                answer.get(),
                                !put,
                                call.textAt("/query/api-version").orElse("2021-04-01"),
                                put ? later(calls, i, "") : Optional.empty(),
                                put ? later(calls, i, "/operations") : Optional.empty()));
            }
        }
    }

    /** What the next GET of this deployment showed once it had succeeded. */
    private static Optional<JsonObject> later(List<Json> calls, int from, String rest) {
        String id = calls.get(from).at("/responseBody").flatMap(b -> b.textAt("/name")).orElse("");
        for (Json call : calls.subList(from + 1, calls.size())) {
            Matcher path = PATH.matcher(call.textAt("/path").orElse(""));
            if (!path.matches() || !call.textAt("/method").orElse("").equals("GET")) {
                continue;
            }
            String tail = path.group(3) == null ? "" : path.group(3);
            Optional<JsonObject> body = call.at("/responseBody").flatMap(Json::asObject);
            boolean own =
                    tail.isEmpty()
                            ? body.flatMap(b -> b.textAt("/name")).filter(id::equals).isPresent()
                                    && body.flatMap(b -> b.textAt("/properties/provisioningState"))
                                            .filter("Succeeded"::equals)
                                            .isPresent()
                            : body.flatMap(b -> b.textAt("/value/0/id"))
                                    .filter(text -> text.contains("/" + id + "/"))
                                    .isPresent();
            if (tail.equalsIgnoreCase(rest) && own) {
                return body;
            }
        }
        return Optional.empty();
    }
}
