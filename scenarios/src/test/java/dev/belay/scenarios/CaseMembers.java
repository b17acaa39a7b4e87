package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object of a report's case. A member that nobody reads is no member to pass over: it is named,
 * and the case cannot be run.
 *
 * @param where the path to it, for messages
 */
record CaseMembers(String where, JsonObject object) {

    /** What may stand anywhere and changes nothing. */
    private static final Set<String> REMARKS =
            Set.of("evidence", "why", "what", "note", "notes", "comment", "source", "remark");

    /** A case that this runner does not understand. */
    static final class NotUnderstood extends RuntimeException {
        NotUnderstood(String message) {
            super(message);
        }
    }

    static CaseMembers of(String where, Json json) {
        return new CaseMembers(
                where,
                json.asObject()
                        .orElseThrow(() -> new NotUnderstood(where + " should be an object.")));
    }

    CaseMembers only(String... names) {
        Set<String> known = Set.of(names);
        for (String name : object.members().keySet()) {
            if (!known.contains(name) && !REMARKS.contains(name)) {
                throw new NotUnderstood(where + ": the member '" + name + "' is not known.");
            }
        }
        return this;
    }

    Optional<Json> get(String name) {
        return object.get(name).filter(value -> !value.isNull());
    }

    Optional<String> text(String name) {
        return get(name).map(value -> plain(where + "/" + name, value));
    }

    String required(String name) {
        return text(name)
                .orElseThrow(
                        () -> new NotUnderstood(where + ": the member '" + name + "' is missing."));
    }

    boolean truth(String name) {
        return get(name).filter(Json.of(true)::equals).isPresent();
    }

    Optional<CaseMembers> member(String name) {
        return get(name).map(value -> of(where + "/" + name, value));
    }

    /** The items of a list; one object that is no list is a list of one. */
    List<CaseMembers> list(String name) {
        var items = new ArrayList<CaseMembers>();
        for (Json item : items(name)) {
            items.add(of(where + "/" + name + "/" + items.size(), item));
        }
        return items;
    }

    /** Values of a list, or the one value. */
    List<Json> items(String name) {
        Optional<Json> value = get(name);
        return value.isEmpty()
                ? List.of()
                : value.get() instanceof JsonArray(var items) ? items : List.of(value.get());
    }

    /** Texts of a list, or the one text; an object stands for one of these members of it. */
    List<String> texts(String name, String... ofObjects) {
        var texts = new ArrayList<String>();
        for (Json item : items(name)) {
            texts.add(text(where + "/" + name + "/" + texts.size(), item, ofObjects));
        }
        return texts;
    }

    private static String text(String where, Json item, String... ofObjects) {
        if (item instanceof JsonObject object) {
            CaseMembers members = of(where, object);
            for (String name : ofObjects) {
                if (members.get(name).isPresent()) {
                    return members.only(ofObjects).required(name);
                }
            }
        }
        return plain(where, item);
    }

    private static String plain(String where, Json value) {
        return value.asText()
                .or(
                        () ->
                                value instanceof JsonNumber number
                                        ? Optional.of(number.toText())
                                        : Optional.empty())
                .orElseThrow(() -> new NotUnderstood(where + " should be a text."));
    }
}
