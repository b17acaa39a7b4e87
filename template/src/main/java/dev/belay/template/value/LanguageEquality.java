package dev.belay.template.value;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;

import java.util.Map;

/**
 * When the language calls two values equal: same kind and same content; {@code 1} and {@code 1.0}
 * differ, letter case counts in texts and in member names, the order of members does not. Evidence:
 * engine.
 */
public final class LanguageEquality {

    private LanguageEquality() {}

    public static boolean equal(Json left, Json right) {
        return switch (left) {
            case JsonNull _ -> right.isNull();
            case JsonBoolean _, JsonString _ -> left.equals(right);
            case JsonNumber number ->
                    right instanceof JsonNumber other
                            && number.isInteger() == other.isInteger()
                            && number.value().compareTo(other.value()) == 0;
            case JsonArray array -> right instanceof JsonArray other && equal(array, other);
            case JsonObject object -> right instanceof JsonObject other && equal(object, other);
        };
    }

    private static boolean equal(JsonArray left, JsonArray right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int at = 0; at < left.size(); at++) {
            if (!equal(left.get(at), right.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(JsonObject left, JsonObject right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Map.Entry<String, Json> member : left.members().entrySet()) {
            Json other = right.members().get(member.getKey());
            if (other == null || !equal(member.getValue(), other)) {
                return false;
            }
        }
        return true;
    }
}
