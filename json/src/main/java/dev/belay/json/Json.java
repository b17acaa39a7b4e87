package dev.belay.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A JSON value. Equality is numeric ({@code 1} equals {@code 1.0}) and blind to the order of
 * members; case counts.
 *
 * <p>The template language has an equality of its own, see {@code dev.belay.template.value}.
 */
public sealed interface Json
        permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /** The value {@code null}. */
    static Json nullValue() {
        return JsonNull.NULL;
    }

    static JsonString of(String text) {
        return new JsonString(text);
    }

    static JsonNumber of(long number) {
        return new JsonNumber(Long.toString(number));
    }

    static JsonNumber of(BigDecimal number) {
        return new JsonNumber(number.toString());
    }

    static JsonBoolean of(boolean truth) {
        return truth ? JsonBoolean.TRUE : JsonBoolean.FALSE;
    }

    static JsonArray array(Json... items) {
        return new JsonArray(List.of(items));
    }

    /**
     * The empty object; grow it by {@link JsonObject#with}, or use {@link JsonObject#builder()}.
     */
    static JsonObject object() {
        return JsonObject.EMPTY;
    }

    /** The value at a pointer below this one; names are matched exactly. */
    default Optional<Json> at(JsonPointer pointer) {
        Json here = this;
        for (String segment : pointer.segments()) {
            Optional<Json> next =
                    switch (here) {
                        case JsonObject object -> object.get(segment);
                        case JsonArray array -> array.item(segment);
                        default -> Optional.empty();
                    };
            if (next.isEmpty()) {
                return next;
            }
            here = next.get();
        }
        return Optional.of(here);
    }

    /**
     * The value at a pointer in RFC 6901 form, e.g. {@code /properties/subnets/0}.
     *
     * @throws IllegalArgumentException if the text is neither empty nor begins with a slash
     */
    default Optional<Json> at(String pointer) {
        return at(JsonPointer.parse(pointer));
    }

    /** The text at a pointer, empty where nothing or no string stands there. */
    default Optional<String> textAt(String pointer) {
        return at(pointer).flatMap(Json::asText);
    }

    /** The characters of a string value; empty for every other kind. */
    default Optional<String> asText() {
        return this instanceof JsonString(var text) ? Optional.of(text) : Optional.empty();
    }

    default Optional<JsonObject> asObject() {
        return this instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    default Optional<JsonArray> asArray() {
        return this instanceof JsonArray array ? Optional.of(array) : Optional.empty();
    }

    default boolean isNull() {
        return this == JsonNull.NULL;
    }

    /**
     * Whether this is an object without members; the defect behind failed exports is one of these.
     */
    default boolean isEmptyObject() {
        return this instanceof JsonObject object && object.isEmpty();
    }

    /** Compact JSON text, members in their order, numbers as they were written. */
    default String toText() {
        return JsonWriter.compact(this);
    }
}
