package dev.belay.emulator.file;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.SourceMap;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A value of a world file with its place. Reading never stops at a mistake: it is written down, and
 * something harmless is returned.
 */
final class Node {

    private final Json value;
    private final JsonPointer pointer;
    private final SourceMap source;
    private final List<Mistake> mistakes;

    Node(Json value, JsonPointer pointer, SourceMap source, List<Mistake> mistakes) {
        this.value = value;
        this.pointer = pointer;
        this.source = source;
        this.mistakes = mistakes;
    }

    Json value() {
        return value;
    }

    SourceMap.Position position() {
        return source.nearest(pointer);
    }

    void mistake(String message) {
        mistakes.add(new Mistake(position(), message));
    }

    /** Names every member that is not one of these. */
    Node only(String... names) {
        Set<String> known = Set.of(names);
        Optional<JsonObject> object = value.asObject();
        if (object.isEmpty()) {
            mistake("Expected an object with the members " + String.join(", ", names) + ".");
        }
        for (String name : object.orElse(Json.object()).members().keySet()) {
            if (!known.contains(name)) {
                JsonPointer member = pointer.child(name);
                mistakes.add(
                        new Mistake(
                                source.name(member).orElse(source.nearest(member)),
                                "Unknown member '"
                                        + name
                                        + "'. Known are "
                                        + String.join(", ", names)
                                        + "."));
            }
        }
        return this;
    }

    Optional<Node> member(String name) {
        return value.asObject()
                .flatMap(object -> object.get(name))
                .map(found -> new Node(found, pointer.child(name), source, mistakes));
    }

    /** The items of a list member; none if it is left out. */
    List<Node> items(String name) {
        Optional<Node> list = member(name);
        if (list.isEmpty()) {
            return List.of();
        }
        if (!(list.get().value instanceof JsonArray array)) {
            list.get().mistake("Expected a list.");
            return List.of();
        }
        var items = new ArrayList<Node>();
        for (int i = 0; i < array.size(); i++) {
            items.add(new Node(array.get(i), list.get().pointer.child(i), source, mistakes));
        }
        return items;
    }

    Optional<String> text(String name) {
        return member(name).flatMap(Node::asText);
    }

    /** A text member that must be there; an empty text if it is not. */
    String required(String name) {
        if (member(name).isEmpty()) {
            mistake("The member '" + name + "' is missing.");
        }
        return text(name).orElse("");
    }

    Optional<String> asText() {
        Optional<String> text = value.asText();
        if (text.isEmpty()) {
            mistake("Expected a text.");
        }
        return text;
    }

    Optional<Integer> number(String name) {
        Optional<Node> found = member(name);
        Optional<Integer> number =
                found.map(Node::value)
                        .flatMap(
                                json ->
                                        json instanceof JsonNumber lexeme
                                                ? lexeme.asLong()
                                                : Optional.empty())
                        .filter(one -> one > 0 && one < 1_000_000)
                        .map(Math::toIntExact);
        if (found.isPresent() && number.isEmpty()) {
            found.get().mistake("Expected a whole number from 1.");
        }
        return number;
    }

    boolean truth(String name) {
        return member(name).map(Node::value).filter(Json.of(true)::equals).isPresent();
    }

    /** A duration member such as {@code PT3M}. */
    Optional<Duration> duration(String name) {
        return member(name).flatMap(Node::asDuration);
    }

    Optional<Duration> asDuration() {
        Optional<Duration> duration =
                value.asText()
                        .flatMap(
                                text -> {
                                    try {
                                        return Optional.of(Duration.parse(text));
                                    } catch (DateTimeParseException _) {
                                        return Optional.empty();
                                    }
                                });
        if (duration.isEmpty() || duration.get().isNegative()) {
            mistake("Expected a duration such as 'PT30S'.");
        }
        return duration.filter(one -> !one.isNegative());
    }

    /** A text member read by a function; what it cannot read is a mistake. */
    <T> Optional<T> parsed(String name, Function<String, Optional<T>> reader, String expected) {
        Optional<Node> found = member(name);
        Optional<T> parsed = found.flatMap(node -> node.value.asText()).flatMap(reader);
        if (found.isPresent() && parsed.isEmpty()) {
            found.get().mistake("Expected " + expected + ".");
        }
        return parsed;
    }
}
