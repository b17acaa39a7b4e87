package dev.belay.emulator.export;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * One body as the exporter writes it: what the schema calls read-only or does not know is left out,
 * everything else stays, empty objects and lists included; ids become expressions. So {@code
 * protocolSettings: {smb: {}}} of a file service stays, and so do values that the server sets
 * although the schema calls them writable (seen: {@code provisioningState} and {@code vaultUri} of
 * key vaults). Evidence: recorded, and exported templates that people published.
 */
final class BodyExport {

    private static final List<String> ENVELOPE = List.of("id", "name", "type", "systemData");

    private final Names names;
    private final ResourceId own;
    private final SequencedSet<ResourceId> references = new LinkedHashSet<>();

    BodyExport(Names names, ResourceId own) {
        this.names = names;
        this.own = own;
    }

    /** The exported resources that the body names. */
    SequencedSet<ResourceId> references() {
        return references;
    }

    JsonObject exported(JsonObject body, Shape.Members shape) {
        Shape.Members members = shape.variantOf(body);
        var kept = JsonObject.builder();
        body.members()
                .forEach(
                        (name, value) -> {
                            if (!ENVELOPE.contains(name)) {
                                kept.put(name, rootMember(members, name, value));
                            }
                        });
        return kept.build();
    }

    /**
     * Empty tags are left out (recorded); a SKU is written whole, with its tier and where it
     * belongs to the parent (seen).
     */
    private Optional<Json> rootMember(Shape.Members shape, String name, Json value) {
        if (name.equals("tags") && value.isEmptyObject()) {
            return Optional.empty();
        }
        if (name.equals("sku")) {
            return Optional.of(value);
        }
        Optional<Json> written = member(shape, name, value);
        return name.equals("properties")
                ? written.map(
                        properties ->
                                properties
                                        .asObject()
                                        .<Json>map(object -> withSecrets(shape, object))
                                        .orElse(properties))
                : written;
    }

    private JsonObject withSecrets(Shape.Members root, JsonObject properties) {
        Optional<Shape> shape = root.property("properties").map(Property::shape);
        if (shape.isEmpty() || !(shape.get() instanceof Shape.Members members)) {
            return properties;
        }
        JsonObject whole = properties;
        for (Property property : members.variantOf(properties).properties().values()) {
            boolean missing = whole.find(property.name()).isEmpty();
            if (missing && property.required() && !property.readOnly()) {
                whole = whole.with(property.name(), Json.of(names.secure(own, property.name())));
            }
        }
        return whole;
    }

    private Optional<Json> member(Shape.Members shape, String name, Json value) {
        Optional<Property> property = shape.property(name);
        if (value.isNull() || property.filter(Property::readOnly).isPresent()) {
            return Optional.empty();
        }
        return property.map(Property::shape)
                .or(shape::additionalShape)
                .map(inner -> value(inner, value));
    }

    private Json value(Shape shape, Json value) {
        return switch (value) {
            case JsonObject object when shape instanceof Shape.Members members ->
                    members(members.variantOf(object), object);
            case JsonObject object -> free(object);
            case JsonArray array ->
                    new JsonArray(
                            array.stream()
                                    .map(
                                            item ->
                                                    value(
                                                            shape instanceof Shape.Items items
                                                                    ? items.item()
                                                                    : new Shape.Any(),
                                                            item))
                                    .toList());
            case JsonString(var text) -> Json.of(text(text));
            default -> value;
        };
    }

    private JsonObject members(Shape.Members shape, JsonObject object) {
        var kept = JsonObject.builder();
        object.members().forEach((name, inner) -> kept.put(name, member(shape, name, inner)));
        return kept.build();
    }

    private JsonObject free(JsonObject object) {
        var kept = JsonObject.builder();
        object.members().forEach((name, inner) -> kept.put(name, value(new Shape.Any(), inner)));
        return kept.build();
    }

    private String text(String text) {
        Optional<ResourceId> id =
                text.startsWith("/subscriptions/")
                        ? ResourceId.parse(text).filter(found -> found.asScope().isEmpty())
                        : Optional.empty();
        if (id.isEmpty()) {
            return names.text(own, text);
        }
        names.target(id.get())
                .filter(target -> !own.contains(target) && !target.contains(own))
                .ifPresent(references::add);
        return names.reference(id.get());
    }
}
