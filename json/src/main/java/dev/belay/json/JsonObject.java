package dev.belay.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A JSON object. Members keep the order they were written in; names that differ in case only are
 * different members.
 *
 * @param members name to value, unmodifiable, in order
 */
public record JsonObject(SequencedMap<String, Json> members) implements Json {

    static final JsonObject EMPTY = new JsonObject(new LinkedHashMap<>());

    public JsonObject {
        members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    }

    public static Builder builder() {
        return new Builder();
    }

    public static JsonObject of(String name, Json value) {
        return builder().put(name, value).build();
    }

    public static JsonObject of(String name1, Json value1, String name2, Json value2) {
        return builder().put(name1, value1).put(name2, value2).build();
    }

    public static JsonObject of(
            String name1, Json value1, String name2, Json value2, String name3, Json value3) {
        return builder().put(name1, value1).put(name2, value2).put(name3, value3).build();
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    public int size() {
        return members.size();
    }

    /** The member of exactly this name. */
    public Optional<Json> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /**
     * The member of this name, else the first whose name differs in case only, as ARM looks them
     * up.
     */
    public Optional<Json> find(String name) {
        return nameOf(name).map(members::get);
    }

    /** How a member is spelled here that is looked up ignoring case; the exact spelling wins. */
    public Optional<String> nameOf(String name) {
        if (members.containsKey(name)) {
            return Optional.of(name);
        }
        return members.keySet().stream().filter(name::equalsIgnoreCase).findFirst();
    }

    /** This object with a member replaced in its place, or added at the end. */
    public JsonObject with(String name, Json value) {
        var changed = new LinkedHashMap<>(members);
        changed.put(name, value);
        return new JsonObject(changed);
    }

    /** This object with all members of another put in. */
    public JsonObject withAll(JsonObject other) {
        var changed = new LinkedHashMap<>(members);
        changed.putAll(other.members);
        return new JsonObject(changed);
    }

    public JsonObject without(String name) {
        if (!members.containsKey(name)) {
            return this;
        }
        var changed = new LinkedHashMap<>(members);
        changed.remove(name);
        return new JsonObject(changed);
    }

    /** Collects members; a name put twice keeps its first place and its last value. */
    public static final class Builder {

        private final LinkedHashMap<String, Json> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String name, Json value) {
            members.put(name, value);
            return this;
        }

        public Builder put(String name, String text) {
            return put(name, Json.of(text));
        }

        public Builder put(String name, long number) {
            return put(name, Json.of(number));
        }

        public Builder put(String name, boolean truth) {
            return put(name, Json.of(truth));
        }

        /** Puts the member only where there is a value. */
        public Builder put(String name, Optional<? extends Json> value) {
            value.ifPresent(present -> members.put(name, present));
            return this;
        }

        public Builder putAll(Map<String, ? extends Json> more) {
            members.putAll(more);
            return this;
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
