package dev.belay.template.function.array;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.template.value.LanguageEquality;

import java.util.ArrayList;
import java.util.List;

/** Where an item stands in an array, for {@code indexOf} and {@code lastIndexOf}. */
public final class Positions {

    private Positions() {}

    public static List<Integer> of(JsonArray array, Json item) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < array.size(); at++) {
            if (LanguageEquality.equal(array.get(at), item)) {
                places.add(at);
            }
        }
        return places;
    }
}
