package dev.belay.transaction.change;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.transaction.snapshot.Mark;
import dev.belay.types.comparison.SameValue;

/**
 * Whether a body holds what was sent: every value that was sent stands there, marks match anything,
 * and what the body has besides does not matter.
 */
public final class SentMatch {

    private SentMatch() {}

    /** Whether the body that a GET showed holds the sent one. */
    public static boolean holds(JsonObject sent, JsonObject body) {
        return object(sent, body);
    }

    private static boolean object(JsonObject sent, JsonObject actual) {
        return sent.members().entrySet().stream()
                .filter(member -> !member.getValue().isNull())
                .allMatch(
                        member ->
                                Mark.isMark(member.getValue())
                                        || actual.find(member.getKey())
                                                .filter(
                                                        value ->
                                                                value(
                                                                        member.getKey(),
                                                                        member.getValue(),
                                                                        value))
                                                .isPresent());
    }

    private static boolean value(String name, Json sent, Json actual) {
        if (Mark.isMark(sent)) {
            return true;
        }
        return switch (sent) {
            case JsonObject object ->
                    actual.asObject().filter(other -> object(object, other)).isPresent();
            case JsonArray array ->
                    actual.asArray().filter(other -> array(name, array, other)).isPresent();
            case Json leaf -> SameValue.same(name, leaf, actual);
        };
    }

    private static boolean array(String name, JsonArray sent, JsonArray actual) {
        return sent.stream()
                .allMatch(item -> actual.stream().anyMatch(other -> value(name, item, other)));
    }
}
