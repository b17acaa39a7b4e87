package dev.belay.emulator.typelist;

import dev.belay.arm.ArmError;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;
import dev.belay.types.catalog.Body;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;

import java.util.Optional;

/**
 * What a body must have to be taken: required properties, kinds of values, named values of closed
 * lists. Evidence of the facts: specification; of the errors' texts: inferred.
 *
 * @param deepest below how many levels required properties are no longer demanded
 * @param located whether a location is demanded all the same
 */
record Demands(int deepest, boolean located) {

    /** The catalog judges other api-versions well from this one on (type-metadata 2.1). */
    private static final String COMPARABLE = "2020-01-01";

    /**
     * At any depth where the shape is that of the api-version itself, down to the members of {@code
     * properties} where it is comparable, else not at all.
     *
     * @param located whether another api-version than that of the shape demands a location too
     */
    static Demands of(Body body, String apiVersion, boolean located) {
        if (body.exact()) {
            return new Demands(Integer.MAX_VALUE, true);
        }
        return new Demands(apiVersion.compareTo(COMPARABLE) >= 0 ? 2 : 0, located);
    }

    /** The first thing wrong with the body. */
    Optional<ArmError> wrong(JsonObject body, Shape.Members shape) {
        return wrong(body, shape, "", 0);
    }

    private Optional<ArmError> wrong(JsonObject body, Shape.Members shape, String path, int depth) {
        Shape.Members members = shape.variantOf(body);
        for (Property property : members.properties().values()) {
            Optional<Json> value = body.find(property.name()).filter(json -> !json.isNull());
            String below = path.isEmpty() ? property.name() : path + "." + property.name();
            Optional<ArmError> wrong =
                    value.isPresent()
                            ? wrongValue(value.get(), property, below, depth)
                            : missing(property, path, depth);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<ArmError> missing(Property property, String path, int depth) {
        boolean location = path.isEmpty() && property.name().equals("location");
        boolean demanded =
                property.required()
                        && !property.readOnly()
                        && (location ? located : depth < deepest);
        if (!demanded) {
            return Optional.empty();
        }
        if (location) {
            return Optional.of(ResourceErrors.locationRequired());
        }
        return Optional.of(
                ResourceErrors.invalidRequestContent(
                        "Required property '"
                                + property.name()
                                + "' not found in JSON. Path '"
                                + path
                                + "'"));
    }

    private Optional<ArmError> wrongValue(Json value, Property property, String path, int depth) {
        if (property.readOnly()) {
            return Optional.empty();
        }
        return switch (property.shape()) {
            case Shape.Members members ->
                    value instanceof JsonObject object
                            ? wrong(object, members, path, depth + 1)
                            : kind(path, "an object");
            case Shape.Items items ->
                    value instanceof JsonArray array
                            ? wrongItem(array, items, path, depth)
                            : kind(path, "an array");
            case Shape.Text text -> wrongText(value, text, path);
            case Shape.Bool _ ->
                    value instanceof JsonBoolean || isWord(value, "true", "false")
                            ? Optional.empty()
                            : kind(path, "a boolean");
            case Shape.Integer _, Shape.Number _ ->
                    value instanceof JsonNumber || value instanceof JsonString
                            ? Optional.empty()
                            : kind(path, "a number");
            case Shape.Any _ -> Optional.empty();
        };
    }

    private static boolean isWord(Json value, String one, String other) {
        return value.asText()
                .filter(text -> text.equalsIgnoreCase(one) || text.equalsIgnoreCase(other))
                .isPresent();
    }

    private Optional<ArmError> wrongItem(
            JsonArray array, Shape.Items items, String path, int depth) {
        for (int i = 0; i < array.size(); i++) {
            if (items.item() instanceof Shape.Members members
                    && array.get(i) instanceof JsonObject object) {
                Optional<ArmError> wrong = wrong(object, members, path + "[" + i + "]", depth + 1);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ArmError> wrongText(Json value, Shape.Text text, String path) {
        if (value instanceof JsonObject || value instanceof JsonArray) {
            return kind(path, "a string");
        }
        Optional<String> sent = value.asText();
        boolean refused =
                text.closed()
                        && sent.isPresent()
                        && text.allowed().stream().noneMatch(sent.get()::equalsIgnoreCase);
        return refused
                ? Optional.of(
                        ResourceErrors.invalidParameter(
                                path,
                                "The value '"
                                        + sent.orElse("")
                                        + "' of '"
                                        + path
                                        + "' is not valid. Allowed values are '"
                                        + String.join(", ", text.allowed())
                                        + "'."))
                : Optional.empty();
    }

    private static Optional<ArmError> kind(String path, String expected) {
        return Optional.of(
                ResourceErrors.invalidRequestContent(
                        "The value at '" + path + "' is not " + expected));
    }
}
