package dev.belay.types.comparison;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two values mean the same in Azure: ids of resources are compared without case, locations
 * without case and blanks ({@code West Europe} is {@code westeurope}), null members count as
 * absent.
 */
public final class SameValue {

    private static final Set<String> LOCATIONS = Set.of("location", "locationname", "locations");

    private SameValue() {}

    /**
     * @param name of the property that holds the values; inside lists the list's name
     */
    public static boolean same(String name, Json left, Json right) {
        return switch (left) {
            case JsonString(var mine) when right instanceof JsonString(var theirs) ->
                    mine.equals(theirs) || sameText(name, mine, theirs);
            case JsonArray(var mine) when right instanceof JsonArray(var theirs) ->
                    sameItems(name, mine, theirs);
            case JsonObject mine when right instanceof JsonObject theirs ->
                    covers(mine, theirs) && covers(theirs, mine);
            default -> left.equals(right);
        };
    }

    private static boolean sameText(String name, String mine, String theirs) {
        if (LOCATIONS.contains(name.toLowerCase(Locale.ROOT))) {
            return compact(mine).equals(compact(theirs));
        }
        return isId(mine) && mine.equalsIgnoreCase(theirs);
    }

    private static String compact(String location) {
        return location.toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private static boolean isId(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return folded.startsWith("/subscriptions/") || folded.startsWith("/providers/");
    }

    private static boolean sameItems(String name, List<Json> mine, List<Json> theirs) {
        if (mine.size() != theirs.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            if (!same(name, mine.get(i), theirs.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(JsonObject one, JsonObject other) {
        return one.members().entrySet().stream()
                .filter(member -> !member.getValue().isNull())
                .allMatch(
                        member -> {
                            Optional<Json> found = other.find(member.getKey());
                            return found.isPresent()
                                    && same(member.getKey(), member.getValue(), found.get());
                        });
    }
}
