package dev.belay.scenarios;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.ArmTransport;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Looks at ARM with plain GETs, as a stranger would. Shares no code with what saves, restores or
 * compares.
 */
final class OutsideReader {

    /** What two looks at an untouched resource may differ in: ARM's own notes about writes. */
    static final List<String> MAY_DIFFER =
            List.of(
                    "/etag",
                    "/systemData",
                    "/changedTime",
                    "/properties/resourceGuid",
                    "/properties/lastModifiedTimeUtc",
                    "/properties/lastModifiedTime",
                    "/properties/modifiedDate",
                    // recorded: test_sb_topic_curd, moves with every write as createdAt does not
                    "/properties/updatedAt",
                    // recorded: test_create_image_version_with_region_cvm_encryption
                    "/properties/updatedOn");

    private final ArmTransport transport;

    OutsideReader(ArmTransport transport) {
        this.transport = transport;
    }

    /** The status and body of one GET. */
    ArmResponse get(String path, String apiVersion) {
        String separator = path.contains("?") ? "&" : "?";
        try {
            return transport.send(
                    ArmRequest.get(URI.create(path + separator + "api-version=" + apiVersion)));
        } catch (NoAnswerException e) {
            throw new AssertionError(path, e);
        }
    }

    /** The ids that the group's own list shows. */
    SequencedSet<String> listed(String group) {
        var ids = new LinkedHashSet<String>();
        Json list = get(group + "/resources", "2021-04-01").json().orElseThrow();
        for (Json item : list.at("/value").flatMap(Json::asArray).orElse(JsonArray.EMPTY)) {
            ids.add(item.textAt("/id").orElseThrow());
        }
        return ids;
    }

    /** The ids that the operations of a deployment name, nested ones included. */
    SequencedSet<String> touched(String deployment) {
        return targets(deployment, _ -> true);
    }

    /** The ids whose write by a deployment succeeded, nested ones included. */
    SequencedSet<String> succeeded(String deployment) {
        return targets(
                deployment,
                operation ->
                        has(operation, "/properties/provisioningState", "Succeeded")
                                && has(operation, "/properties/provisioningOperation", "Create"));
    }

    private static boolean has(Json operation, String pointer, String value) {
        return operation.textAt(pointer).filter(value::equals).isPresent();
    }

    private SequencedSet<String> targets(String deployment, Predicate<Json> which) {
        var ids = new LinkedHashSet<String>();
        ArmResponse answer = get(deployment + "/operations", "2021-04-01");
        if (answer.status() == 404) {
            return ids; // a nested deployment that never began
        }
        Json list = answer.json().orElseThrow();
        for (Json item : list.at("/value").flatMap(Json::asArray).orElse(JsonArray.EMPTY)) {
            String id = item.textAt("/properties/targetResource/id").orElse("");
            if (id.toLowerCase(Locale.ROOT).contains("/microsoft.resources/deployments/")) {
                ids.addAll(targets(id, which));
            } else if (!id.isEmpty() && which.test(item)) {
                ids.add(id);
            }
        }
        return ids;
    }

    /**
     * Whole GET bodies by lower-case id; an absent resource is JSON null.
     *
     * @param apiVersions resource type in lower case to the api-version to read with
     */
    SequencedMap<String, Json> bodies(Iterable<String> ids, Map<String, String> apiVersions) {
        var bodies = new TreeMap<String, Json>();
        for (String id : ids) {
            String version = apiVersions.get(typeOf(id));
            if (version == null) {
                throw new AssertionError("No api-version for " + typeOf(id));
            }
            ArmResponse answer = get(id, version);
            Json body =
                    switch (answer.status()) {
                        case 200 -> answer.json().orElseThrow();
                        case 404 -> Json.nullValue();
                        default -> throw new AssertionError(id + ": " + answer);
                    };
            bodies.put(id.toLowerCase(Locale.ROOT), withoutEmptyTags(body));
        }
        return bodies;
    }

    /** No tags and {@code tags: {}} are one state: the tags operation of ARM answers both alike. */
    static Json withoutEmptyTags(Json body) {
        return body instanceof JsonObject object
                        && object.get("tags").filter(Json::isEmptyObject).isPresent()
                ? object.without("tags")
                : body;
    }

    /** The paths at which two looks differ, as {@code id#pointer}, but for {@link #MAY_DIFFER}. */
    static List<String> differences(Map<String, Json> before, Map<String, Json> after) {
        var found = new ArrayList<String>();
        var ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (String id : ids) {
            Json left = before.getOrDefault(id, Json.nullValue());
            Json right = after.getOrDefault(id, Json.nullValue());
            collect(
                    left,
                    right,
                    JsonPointer.ROOT,
                    pointer -> {
                        if (MAY_DIFFER.stream()
                                .noneMatch(path -> pointer.startsWith(JsonPointer.parse(path)))) {
                            found.add(id + "#" + pointer);
                        }
                    });
        }
        return found;
    }

    private static void collect(
            Json left,
            Json right,
            JsonPointer here,
            java.util.function.Consumer<JsonPointer> found) {
        if (left instanceof JsonObject a && right instanceof JsonObject b) {
            var names = new LinkedHashSet<>(a.members().keySet());
            names.addAll(b.members().keySet());
            for (String name : names) {
                collect(
                        a.get(name).orElse(Json.nullValue()),
                        b.get(name).orElse(Json.nullValue()),
                        here.child(name),
                        found);
            }
        } else if (left instanceof JsonArray a
                && right instanceof JsonArray b
                && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                collect(withoutEtag(a.get(i)), withoutEtag(b.get(i)), here.child(i), found);
            }
        } else if (!left.equals(right)) {
            found.accept(here);
        }
    }

    private static Json withoutEtag(Json item) {
        return item instanceof JsonObject object ? object.without("etag") : item;
    }

    /** The resource type in lower case of an id of a group's resource, child or extension. */
    static String typeOf(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        String[] parts = lower.substring(lower.lastIndexOf("/providers/") + 11).split("/", -1);
        var type = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i += 2) {
            type.append('/').append(parts[i]);
        }
        return type.toString();
    }
}
