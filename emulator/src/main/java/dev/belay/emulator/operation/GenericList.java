package dev.belay.emulator.operation;

import dev.belay.arm.ResourceType;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.types.catalog.TypeFacts;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * ARM's own lists of the resources of a group or a subscription. They hold what ARM tracks: types
 * with a location and tags. Bodies are short; {@code $expand} adds times and state. Evidence:
 * recorded; pages of 1,000: documented.
 */
final class GenericList {

    private static final int PAGE = 1000;
    private static final List<String> MEMBERS =
            List.of(
                    "id",
                    "name",
                    "type",
                    "kind",
                    "location",
                    "sku",
                    "identity",
                    "plan",
                    "managedBy",
                    "tags",
                    "zones");

    private final ResourceTypes types;
    private final Reading reading;

    GenericList(ResourceTypes types, Reading reading) {
        this.types = types;
        this.reading = reading;
    }

    Reply answer(World world, MatchedRequest request, Collection<StoredResource> below) {
        Filter filter = Filter.of(request);
        Set<String> expand =
                Set.of(request.query("$expand").orElse("").toLowerCase(Locale.ROOT).split(",", -1));
        List<StoredResource> all =
                below.stream().filter(this::tracked).filter(filter::takes).toList();
        int from = number(request, "$skiptoken", 0);
        int size = Math.min(PAGE, number(request, "$top", PAGE));
        List<JsonObject> page =
                all.stream()
                        .skip(from)
                        .limit(size)
                        .map(stored -> shown(world, stored, expand))
                        .toList();
        JsonObject body = JsonObject.of("value", new JsonArray(List.<Json>copyOf(page)));
        return Reply.of(
                world,
                Answers.json(
                        200,
                        from + size < all.size()
                                ? body.with("nextLink", Json.of(next(request, from + size)))
                                : body));
    }

    private boolean tracked(StoredResource stored) {
        return !stored.id().type().equals(ResourceType.RESOURCE_GROUP)
                && types.catalog().type(stored.id().type()).filter(TypeFacts::tracked).isPresent();
    }

    private static int number(MatchedRequest request, String name, int otherwise) {
        String text = request.query(name).orElse("");
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : otherwise;
    }

    private JsonObject shown(World world, StoredResource stored, Set<String> expand) {
        JsonObject full = reading.show(world, stored);
        var item = JsonObject.builder();
        for (String member : MEMBERS) {
            item.put(member, full.get(member));
        }
        if (expand.contains("createdtime")) {
            item.put("createdTime", stored.createdAt().toString());
        }
        if (expand.contains("changedtime")) {
            item.put("changedTime", stored.changedAt().toString());
        }
        if (expand.contains("provisioningstate")) {
            item.put("provisioningState", stored.state());
        }
        return item.build();
    }

    private static String next(MatchedRequest request, int from) {
        var link = new StringBuilder(request.origin()).append(request.path()).append('?');
        request.query()
                .forEach(
                        (name, value) -> {
                            if (!name.equals("$skiptoken")) {
                                link.append(encoded(name))
                                        .append('=')
                                        .append(encoded(value))
                                        .append('&');
                            }
                        });
        return link.append("%24skiptoken=").append(from).toString();
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char character = (char) (b & 0xff);
            boolean plain =
                    "-._~".indexOf(character) >= 0
                            || (character < 128 && Character.isLetterOrDigit(character));
            encoded.append(
                    plain
                            ? String.valueOf(character)
                            : String.format(Locale.ROOT, "%%%02X", (int) character));
        }
        return encoded.toString();
    }
}
