package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;
import dev.belay.template.value.Value;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * A JSON value whose texts may hold expressions: {@code ${{ … }}}. A text that is one expression
 * and nothing else keeps the value's type; else texts are joined. Names of members hold none.
 *
 * @param json as the file says it
 * @param where it begins
 */
public record Templated(Json json, Place where) {

    public Templated {
        requireNonNull(json);
        requireNonNull(where);
    }

    /** Whether it holds no expression. */
    public boolean isPlain() {
        return plain(json);
    }

    private static boolean plain(Json json) {
        return switch (json) {
            case JsonString(var text) -> TextPart.isPlain(text);
            case JsonArray(var items) -> items.stream().allMatch(Templated::plain);
            case JsonObject(var members) -> members.values().stream().allMatch(Templated::plain);
            case JsonNumber _, JsonBoolean _, JsonNull _ -> true;
        };
    }

    /** What its expressions take from the run, in order, repeated as they are. */
    public List<Reference> references() {
        return References.in(json);
    }

    /**
     * The value with every expression evaluated. Secrets, and all that is made of one, stay {@link
     * Value.Secure}.
     *
     * @throws WorkflowFault if an expression cannot be evaluated with what the run knows
     */
    public Value resolve(Values values) {
        return resolve(json, new Resolution(values, where));
    }

    private static Value resolve(Json json, Resolution resolution) {
        return switch (json) {
            case JsonString(var text) -> resolution.text(text);
            case JsonNumber _, JsonBoolean _, JsonNull _ -> Value.of(json);
            case JsonArray(var items) ->
                    Value.array(items.stream().map(item -> resolve(item, resolution)).toList());
            case JsonObject(var members) -> {
                var resolved = new LinkedHashMap<String, Value>();
                members.forEach((name, value) -> resolved.put(name, resolve(value, resolution)));
                yield Value.object(resolved);
            }
        };
    }

    /**
     * Its value as a text; a number and a truth value become one, a list or an object its JSON.
     *
     * @return the text, {@link Value.Secure} if a secret went into it
     * @throws WorkflowFault as {@link #resolve}
     */
    public Value resolveText(Values values) {
        return new Resolution(values, where).joined(List.of(resolve(values)));
    }

    /**
     * Whether a condition is true.
     *
     * @throws WorkflowFault as {@link #resolve}, and if the value is no truth value
     */
    public boolean holds(Values values) {
        Value value = resolve(values);
        if (value.known().orElse(Json.nullValue()) instanceof JsonBoolean truth) {
            return truth == JsonBoolean.TRUE;
        }
        throw new WorkflowFault(
                Problem.of(
                        where,
                        "The condition is neither true nor false but "
                                + (value.holdsSecret() ? "a secret" : value.shown().toText())
                                + "."));
    }
}
