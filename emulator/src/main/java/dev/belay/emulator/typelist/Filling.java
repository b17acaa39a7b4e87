package dev.belay.emulator.typelist;

import dev.belay.emulator.type.Change;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the server sets by itself in bodies of any type, guessed from the names of read-only
 * properties. Evidence: inferred; deeply modelled types say what is known better. Values depend on
 * the resource and its incarnation alone, so they stay as they are until it is recreated.
 */
final class Filling {

    private static final Set<String> GUIDS =
            Set.of(
                    "resourceguid",
                    "uniqueid",
                    "vmid",
                    "immutableid",
                    "immutableresourceid",
                    "customerid",
                    "appid",
                    "instrumentationkey",
                    "principalid",
                    "clientid");
    private static final Set<String> CREATED =
            Set.of(
                    "createdon",
                    "createdtime",
                    "creationtime",
                    "creationdate",
                    "createdat",
                    "createddate",
                    "timecreated");
    private static final Set<String> CHANGED =
            Set.of(
                    "updatedon",
                    "changedtime",
                    "modifiedon",
                    "updatedat",
                    "lastmodifiedtime",
                    "lastmodifieddate",
                    "lastupdatedtime",
                    "modifieddate");
    private static final Set<String> HOSTS =
            Set.of(
                    "hostname",
                    "defaulthostname",
                    "fqdn",
                    "fullyqualifieddomainname",
                    "defaultdomain",
                    "dnsname");
    private static final List<String> GOOD_STATES =
            List.of("Active", "Available", "Ready", "Online", "Running", "Enabled", "Succeeded");

    private final Change change;
    private final String tenantId;
    private final long incarnation;

    Filling(Change change, String tenantId, long incarnation) {
        this.change = change;
        this.tenantId = tenantId;
        this.incarnation = incarnation;
    }

    /** The body with the read-only members of its root and of {@code properties} filled in. */
    JsonObject filled(JsonObject body, Shape.Members shape) {
        JsonObject filled = identity(body);
        Optional<Shape.Members> below =
                shape.property("properties").flatMap(property -> members(property.shape()));
        if (below.isPresent()) {
            JsonObject properties =
                    filled.get("properties").flatMap(Json::asObject).orElse(Json.object());
            Shape.Members variant = below.get().variantOf(properties);
            JsonObject set = hosts(fill(properties, variant), variant);
            if (!set.isEmpty() || filled.get("properties").isPresent()) {
                filled = filled.with("properties", set);
            }
        }
        return shape.property("systemData").isPresent() ? systemData(filled) : filled;
    }

    private static Optional<Shape.Members> members(Shape shape) {
        return shape instanceof Shape.Members members ? Optional.of(members) : Optional.empty();
    }

    private JsonObject fill(JsonObject properties, Shape.Members shape) {
        JsonObject filled = properties;
        for (Property property : shape.properties().values()) {
            if (property.readOnly() && filled.find(property.name()).isEmpty()) {
                Optional<Json> value = value(property);
                if (value.isPresent()) {
                    filled = filled.with(property.name(), value.get());
                }
            }
        }
        return filled;
    }

    /**
     * Host names also stand deeper, e.g. of a container app's ingress; the object has to be there.
     */
    private JsonObject hosts(JsonObject object, Shape.Members shape) {
        JsonObject filled = object;
        for (Property property : shape.properties().values()) {
            Optional<Json> there = filled.find(property.name());
            if (there.isPresent() && there.get() instanceof JsonObject inner) {
                Optional<Shape.Members> below = members(property.shape());
                if (below.isPresent()) {
                    JsonObject set = hosts(inner, below.get().variantOf(inner));
                    filled = filled.with(property.name(), set);
                }
            } else if (there.isEmpty()
                    && property.readOnly()
                    && property.shape() instanceof Shape.Text
                    && HOSTS.contains(property.name().toLowerCase(Locale.ROOT))) {
                filled = filled.with(property.name(), Json.of(host()));
            }
        }
        return filled;
    }

    private Optional<Json> value(Property property) {
        String name = property.name().toLowerCase(Locale.ROOT);
        if (!(property.shape() instanceof Shape.Text text)) {
            return Optional.empty();
        }
        if (CREATED.contains(name)) {
            return Optional.of(Json.of(time(createdAt())));
        }
        if (CHANGED.contains(name)) {
            return Optional.of(Json.of(time(change.now())));
        }
        if (GUIDS.contains(name)) {
            return Optional.of(Json.of(guid(name)));
        }
        if (name.equals("tenantid")) {
            return Optional.of(Json.of(tenantId));
        }
        if (HOSTS.contains(name)) {
            return Optional.of(Json.of(host()));
        }
        if (name.endsWith("uri") || name.endsWith("url") || name.endsWith("endpoint")) {
            return Optional.of(Json.of("https://" + host() + "/"));
        }
        if (name.equals("state") || name.equals("status")) {
            return GOOD_STATES.stream()
                    .filter(good -> text.allowed().contains(good))
                    .findFirst()
                    .map(Json::of);
        }
        return Optional.empty();
    }

    private String host() {
        String own = change.id().name() + "-" + guid("host").substring(0, 8);
        return own.toLowerCase(Locale.ROOT) + ".z01.azure.net";
    }

    private Instant createdAt() {
        return change.before().map(before -> before.createdAt()).orElse(change.now());
    }

    /**
     * {@code principalId} and {@code tenantId} of a system-assigned identity, and of the user's.
     */
    private JsonObject identity(JsonObject body) {
        Optional<JsonObject> identity = body.get("identity").flatMap(Json::asObject);
        if (identity.isEmpty()) {
            return body;
        }
        JsonObject filled = identity.get();
        String kind = filled.find("type").flatMap(Json::asText).orElse("");
        if (kind.toLowerCase(Locale.ROOT).contains("systemassigned")) {
            filled =
                    filled.with("principalId", Json.of(guid("identity")))
                            .with("tenantId", Json.of(tenantId));
        }
        return body.with("identity", filled);
    }

    private JsonObject systemData(JsonObject body) {
        return body.with(
                "systemData",
                JsonObject.builder()
                        .put("createdBy", "owner")
                        .put("createdByType", "User")
                        .put("createdAt", time(createdAt()))
                        .put("lastModifiedBy", "owner")
                        .put("lastModifiedByType", "User")
                        .put("lastModifiedAt", time(change.now()))
                        .build());
    }

    /** A GUID that belongs to this incarnation of the resource and to this use. */
    String guid(String use) {
        String seed = tenantId + change.id().folded() + "#" + incarnation + "#" + use;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String time(Instant instant) {
        return instant.toString();
    }
}
