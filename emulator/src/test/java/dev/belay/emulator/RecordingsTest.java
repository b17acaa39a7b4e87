package dev.belay.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.testkit.Shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Recordings of real ARM, sent again: storage, network, groups and locks. Polls are not compared
 * (the embedded ARM has links of its own), neither are answers that came of Azure's load or of a
 * fault of its own (429, 5xx).
 */
final class RecordingsTest {

    private static final Set<String> NAMESPACES =
            Set.of(
                    "microsoft.storage",
                    "microsoft.network",
                    "microsoft.resources",
                    "microsoft.authorization");
    private static final Pattern POLL =
            Pattern.compile("(?i).*/(\\w*operation(results|statuses|s)|asyncoperations)/.*");

    /** Per cent; what is reached, less a little. */
    private static final double FLOOR = 96;

    private int calls;
    private int sameStatus;
    private int sameFamily;
    private int paths;
    private int presentPaths;
    private final TreeMap<String, Integer> differences = new TreeMap<>();

    @Test
    void recorded_calls_get_the_recorded_answers(TestReporter reporter) throws IOException {
        Json index = text(Files.readAllBytes(Shared.path("data/recordings/index.json")));
        var zip = Shared.path("data/recordings/recordings.zip");
        int recordings = 0;

        try (var archive = new ZipFile(zip.toFile())) {
            for (Json recording : (JsonArray) index.at("/recordings").orElseThrow()) {
                if (fits(recording)) {
                    var entry = archive.getEntry(recording.textAt("/file").orElseThrow());
                    try (var stream = archive.getInputStream(entry)) {
                        replay(text(stream.readAllBytes()));
                    }
                    recordings++;
                }
            }
        }

        reporter.publishEntry(
                String.format(
                        Locale.ROOT,
                        "%d recordings, %d calls: %.1f %% same status, %.1f %% same kind of status,"
                                + " %.1f %% of the paths in groups, locks and errors; %s",
                        recordings,
                        calls,
                        100.0 * sameStatus / calls,
                        100.0 * sameFamily / calls,
                        100.0 * presentPaths / paths,
                        differences));
        assertThat(calls).isGreaterThan(200);
        assertThat(100.0 * sameFamily / calls).isGreaterThan(FLOOR);
    }

    private static boolean fits(Json recording) {
        boolean types =
                names(recording, "/resourceTypes").stream()
                        .allMatch(type -> NAMESPACES.contains(type.split("/", -1)[0]));
        boolean operations =
                names(recording, "/operations").stream()
                        .map(name -> name.substring(name.indexOf(':') + 1))
                        .allMatch(
                                name ->
                                        Set.of(
                                                        "resourceGroups",
                                                        "locks",
                                                        "lro",
                                                        "resource",
                                                        "resources")
                                                .contains(name.split("\\.", -1)[0]));
        boolean onlyGroups =
                recording.at("/preconditions").flatMap(Json::asArray).orElseThrow().stream()
                        .allMatch(
                                condition ->
                                        condition
                                                .textAt("/because")
                                                .filter("resourceGroup"::equals)
                                                .isPresent());
        boolean bodies =
                recording.at("/requestBodiesRecorded").filter(Json.of(true)::equals).isPresent();
        return types
                && operations
                && onlyGroups
                && bodies
                && !names(recording, "/resourceTypes").isEmpty();
    }

    private static Set<String> names(Json recording, String pointer) {
        return recording
                .at(pointer)
                .flatMap(Json::asObject)
                .map(object -> object.members().keySet())
                .orElse(Set.of());
    }

    private void replay(Json recording) {
        List<Json> interactions =
                recording.at("/interactions").flatMap(Json::asArray).orElseThrow().items();
        Rig arm = Rig.with(groups(interactions));
        for (Json call : interactions) {
            String path = call.textAt("/path").orElseThrow();
            int status = number(call, "/status");
            if (!POLL.matcher(path).matches() && status != 429 && status < 500) {
                compare(arm, call, path, status);
            }
        }
    }

    /** The subscription, and the groups that stood before: those that the recording never puts. */
    private static String groups(List<Json> interactions) {
        var subscriptions = new java.util.TreeSet<String>();
        var groups = new TreeMap<String, String>();
        for (Json call : interactions) {
            String[] parts = call.textAt("/path").orElse("").split("/", -1);
            if (parts.length > 2 && parts[1].equalsIgnoreCase("subscriptions")) {
                subscriptions.add(parts[2]);
                if (parts.length > 4 && parts[3].equalsIgnoreCase("resourceGroups")) {
                    String key = parts[4].toLowerCase(Locale.ROOT);
                    boolean put =
                            parts.length == 5
                                    && call.textAt("/method").filter("PUT"::equals).isPresent();
                    groups.putIfAbsent(
                            key,
                            put
                                    ? ""
                                    : "{name:'"
                                            + parts[4]
                                            + "',subscription:'"
                                            + parts[2]
                                            + "',location:'westus'},");
                }
            }
        }
        var members = new StringBuilder(",subscriptions:[");
        subscriptions.forEach(id -> members.append("{id:'").append(id).append("'},"));
        members.append("],resourceGroups:[");
        groups.values().forEach(members::append);
        return members.append("]").toString();
    }

    private static int number(Json call, String pointer) {
        return call.at(pointer).orElseThrow() instanceof JsonNumber number
                ? Math.toIntExact(number.asLong().orElseThrow())
                : 0;
    }

    private void compare(Rig arm, Json call, String path, int status) {
        Optional<ArmRequest> request = request(call, path, arm, status < 300);
        if (request.isEmpty()) {
            return;
        }
        ArmResponse answer = arm.send(request.get()).orElseThrow();
        arm.pass(Duration.ofMinutes(10));
        calls++;
        if (answer.status() == status) {
            sameStatus++;
        }
        if (answer.status() / 100 == status / 100) {
            sameFamily++;
        } else {
            String what =
                    request.get().method()
                            + " "
                            + kind(path)
                            + " "
                            + status
                            + " but "
                            + answer.status()
                            + answer.error().map(error -> " " + error.code()).orElse("");
            differences.merge(what, 1, Integer::sum);
        }
        comparePaths(call, path, answer, status);
    }

    private static String kind(String path) {
        int provider = path.lastIndexOf("/providers/");
        return provider < 0 ? "group" : path.substring(provider + 11).split("/", -1)[1];
    }

    private static Optional<ArmRequest> request(Json call, String path, Rig arm, boolean met) {
        var query = new StringBuilder();
        call.at("/query")
                .flatMap(Json::asObject)
                .orElse(Json.object())
                .members()
                .forEach(
                        (name, value) ->
                                query.append(query.isEmpty() ? "?" : "&")
                                        .append(name)
                                        .append('=')
                                        .append(value.asText().orElse("")));
        try {
            URI uri = new URI((path + query).replace(" ", "%20").replace("$", "%24"));
            Method method = Method.valueOf(call.textAt("/method").orElseThrow());
            Optional<Json> body = call.at("/requestBody").filter(json -> !json.isNull());
            ArmRequest request =
                    body.map(json -> ArmRequest.of(method, uri, plain(json)))
                            .orElseGet(() -> ArmRequest.of(method, uri));
            for (String name : List.of("if-match", "if-none-match")) {
                Optional<String> value = call.textAt("/requestHeaders/" + name);
                if (value.isPresent()) {
                    request = request.withHeader(name, bound(value.get(), path, arm, met));
                }
            }
            return Optional.of(request);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** A recorder wrote some bodies as a text of Python bytes. */
    private static String plain(Json body) {
        String text = body.asText().orElse(body.toText());
        return text.startsWith("b'") ? text.substring(2, text.length() - 1) : text;
    }

    /** An entity tag that was met when recorded is the one that the resource has here. */
    private static String bound(String recorded, String path, Rig arm, boolean met) {
        return met && !recorded.equals("*")
                ? ResourceId.parse(path)
                        .flatMap(arm.world()::find)
                        .flatMap(stored -> stored.etag())
                        .orElse(recorded)
                : recorded;
    }

    /** In documents of ARM itself every recorded path has to be there. */
    private void comparePaths(Json call, String path, ArmResponse answer, int status) {
        boolean ours =
                path.split("/", -1).length == 5
                        || path.contains("Microsoft.Authorization/locks")
                        || status >= 400;
        Optional<JsonObject> recorded = call.at("/responseBody").flatMap(Json::asObject);
        Optional<Json> own = answer.json();
        if (!ours || recorded.isEmpty() || own.isEmpty() || answer.status() / 100 != status / 100) {
            return;
        }
        var expected = new ArrayList<String>();
        collect(recorded.get(), "", expected);
        for (String one : expected) {
            paths++;
            if (own.get().at(one).isPresent()) {
                presentPaths++;
            }
        }
    }

    private static void collect(JsonObject object, String path, List<String> found) {
        object.members()
                .forEach(
                        (name, value) -> {
                            String below = path + "/" + name.replace("~", "~0").replace("/", "~1");
                            found.add(below);
                            value.asObject().ifPresent(inside -> collect(inside, below, found));
                        });
    }

    private static Json text(byte[] bytes) {
        return JsonReader.strict().read(new String(bytes, StandardCharsets.UTF_8));
    }
}
