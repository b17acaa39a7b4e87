package dev.belay.types.comparison;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.overlay.Quirk;
import dev.belay.types.shape.ShapePath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tells the items of a list apart: {@code name}, else {@code id}, else a key from the overlay.
 * A key serves only where every item is an object that has it and no two items share it (case does
 * not count); where none serves, the list is one value.
 *
 * @param members names of the members that identify an item together; in a key of several, some may
 *     be absent
 */
public record ListKey(List<String> members) {

    private static final ListKey NAME = new ListKey(List.of("name"));
    private static final ListKey ID = new ListKey(List.of("id"));

    public ListKey {
        members = List.copyOf(members);
    }

    /** The key of one list. */
    public static Optional<ListKey> keyOf(TypeFacts facts, ShapePath path, JsonArray list) {
        return keyOf(facts, path, List.of(list));
    }

    /**
     * The key that serves for all of several lists at the same place; those that are empty fit any.
     *
     * @param path of the list
     */
    public static Optional<ListKey> keyOf(TypeFacts facts, ShapePath path, List<JsonArray> lists) {
        if (lists.stream().allMatch(JsonArray::isEmpty)) {
            return Optional.empty();
        }
        return candidates(facts, path).stream()
                .filter(key -> lists.stream().allMatch(key::serves))
                .findFirst();
    }

    private static List<ListKey> candidates(TypeFacts facts, ShapePath path) {
        var candidates = new ArrayList<>(List.of(NAME, ID));
        facts.overlay()
                .at(Quirk.ListKey.class, path)
                .ifPresent(quirk -> candidates.add(new ListKey(quirk.members())));
        return candidates;
    }

    private boolean serves(JsonArray list) {
        Set<String> seen = new HashSet<>();
        return list.stream().allMatch(item -> identity(item).filter(seen::add).isPresent());
    }

    /**
     * What identifies an item, e.g. {@code name=web}; folded. Empty if it is no object or has none
     * of the key's members as a text.
     */
    public Optional<String> identity(Json item) {
        return item.asObject()
                .filter(object -> members.stream().anyMatch(name -> text(object, name).isPresent()))
                .map(
                        object ->
                                members.stream()
                                        .map(name -> name + "=" + text(object, name).orElse(""))
                                        .collect(Collectors.joining(","))
                                        .toLowerCase(Locale.ROOT));
    }

    private static Optional<String> text(JsonObject item, String name) {
        return item.find(name).flatMap(Json::asText);
    }
}
