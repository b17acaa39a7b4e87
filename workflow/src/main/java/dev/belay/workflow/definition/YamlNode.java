package dev.belay.workflow.definition;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;

import java.util.List;
import java.util.Optional;

/** A value of a YAML file and where it stands. */
sealed interface YamlNode {

    Place where();

    /** The value without its places. */
    Json json();

    /** Its kind in a message: {@code a list}. */
    default String kind() {
        return switch (json()) {
            case JsonObject _ -> "a mapping";
            case JsonArray _ -> "a list";
            case JsonString _ -> "a text";
            case JsonNumber _ -> "a number";
            case JsonBoolean _ -> "true or false";
            case JsonNull _ -> "nothing";
        };
    }

    default boolean isNull() {
        return json().isNull();
    }

    /** A mapping; no key stands in it twice. */
    record Mapping(List<Entry> entries, Place where) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        Optional<Entry> find(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        @Override
        public JsonObject json() {
            var members = JsonObject.builder();
            entries.forEach(entry -> members.put(entry.key(), entry.value().json()));
            return members.build();
        }
    }

    /**
     * @param where where the key begins
     */
    record Entry(String key, Place where, YamlNode value) {}

    record Sequence(List<YamlNode> items, Place where) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Json json() {
            return new JsonArray(items.stream().map(YamlNode::json).toList());
        }
    }

    /**
     * A text, a number, a truth value or nothing.
     *
     * @param raw as written, quotes and line breaks included
     */
    record Scalar(Json json, String raw, Place where) implements YamlNode {

        Optional<String> text() {
            return json.asText();
        }

        /**
         * Where the file has a character of an expression in the text.
         *
         * @param offset of the character in the text, from 0
         */
        Place at(int offset) {
            return RawText.of(raw, where).place(text().orElse(""), offset);
        }
    }
}
