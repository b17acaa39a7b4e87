package dev.belay.workflow.blueprint;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.workflow.definition.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A value in a blueprint's file and where it stands there. */
record Node(Document document, JsonPointer pointer, Json value) {

    /** The member's own name; empty for the root. */
    String key() {
        return pointer.segments().isEmpty() ? "" : pointer.segments().getLast();
    }

    /** The member of this name in any letter case; {@code null} counts as absent. */
    Optional<Node> member(String name) {
        return value.asObject()
                .flatMap(object -> object.nameOf(name))
                .map(this::child)
                .filter(member -> !member.value.isNull());
    }

    /** All members but those that are {@code null}. */
    List<Node> members() {
        return value.asObject()
                .map(object -> object.members().sequencedKeySet().stream().map(this::child))
                .orElseGet(Stream::empty)
                .filter(member -> !member.value.isNull())
                .toList();
    }

    List<Node> items() {
        var items = new ArrayList<Node>();
        for (Json item : value.asArray().orElse(JsonArray.EMPTY)) {
            items.add(new Node(document, pointer.child(items.size()), item));
        }
        return items;
    }

    private Node child(String spelled) {
        return new Node(
                document,
                pointer.child(spelled),
                value.asObject().flatMap(object -> object.get(spelled)).orElseThrow());
    }

    /** The member, if it is an object; a problem if it is something else. */
    Optional<Node> object(String name) {
        return member(name).flatMap(member -> member.isObject("'" + name + "'"));
    }

    /** The member, if it is a text; a problem if it is something else. */
    Optional<Node> text(String name) {
        Optional<Node> found = member(name);
        if (found.isPresent() && found.get().value.asText().isEmpty()) {
            found.get().wrong("'" + name + "' is no text.", "Write it in double quotes.");
            return Optional.empty();
        }
        return found;
    }

    /** The texts of a list; a problem for everything else that stands there. */
    List<Node> texts(String name) {
        Optional<Node> list = member(name);
        if (list.isEmpty()) {
            return List.of();
        }
        List<Node> items = list.get().items();
        if (list.get().value.asArray().isEmpty()
                || items.stream().anyMatch(item -> item.value.asText().isEmpty())) {
            list.get().wrong("'" + name + "' is no list of texts.", "Write [\"name\", …].");
            return List.of();
        }
        return items;
    }

    /** Itself, if it is an object; else a problem. */
    Optional<Node> isObject(String what) {
        if (value instanceof JsonObject) {
            return Optional.of(this);
        }
        wrong(what + " is no object.", "Write {…}.");
        return Optional.empty();
    }

    /**
     * @throws java.util.NoSuchElementException if it is no text
     */
    String characters() {
        return value.asText().orElseThrow();
    }

    Place place() {
        return document.place(pointer);
    }

    void wrong(String message, String hint) {
        document.findings().wrong(place(), message, hint);
    }
}
