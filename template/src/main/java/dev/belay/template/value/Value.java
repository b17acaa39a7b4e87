package dev.belay.template.value;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.template.expression.Expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What an expression yields: known now, secret, or only to be known by the deployment.
 *
 * <p>A container is {@link Known} only if all in it is; build containers by {@link #array} and
 * {@link #object}, which see to that. The language's equality is {@link LanguageEquality}, never
 * {@code Json}'s and never this type's {@code equals}.
 */
public sealed interface Value extends Expression.Payload {

    /** A value that is known to the last member, and no secret. */
    record Known(Json json) implements Value {}

    /** An array in which something is not {@link Known}. */
    record ArrayOf(List<Value> items) implements Value {
        public ArrayOf {
            items = List.copyOf(items);
        }
    }

    /** An object in which something is not {@link Known}; members in order. */
    record ObjectOf(SequencedMap<String, Value> members) implements Value {
        public ObjectOf {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }
    }

    /** A secret, or what was made of one. It never prints. */
    record Secure(Value value) implements Value {
        @Override
        public String toString() {
            return "Secure[...]";
        }
    }

    /** What only the deployment can tell; the expression needs nothing of its template any more. */
    record Deferred(Expression expression) implements Value {
        @Override
        public String toString() {
            return "Deferred[" + expression + "]";
        }
    }

    /** The value {@code null}. */
    static Value nullValue() {
        return Values.NULL;
    }

    static Value of(Json json) {
        return new Known(json);
    }

    static Value of(String text) {
        return new Known(Json.of(text));
    }

    static Value of(long number) {
        return new Known(Json.of(number));
    }

    static Value of(boolean truth) {
        return truth ? Values.TRUE : Values.FALSE;
    }

    /** {@link Known} if all items are, else {@link ArrayOf}. */
    static Value array(List<? extends Value> items) {
        return Values.array(items);
    }

    /** {@link Known} if all members are, else {@link ObjectOf}. */
    static Value object(SequencedMap<String, ? extends Value> members) {
        return Values.object(members);
    }

    /** The same value marked as a secret. */
    static Value secure(Value value) {
        return value instanceof Secure ? value : new Secure(value);
    }

    /** The whole value, secrets opened; empty if the deployment has to finish some of it. */
    default Optional<Json> known() {
        return Values.known(this);
    }

    /** Whether nothing in it waits for the deployment. */
    default boolean isFinished() {
        return Values.isFinished(this);
    }

    /** Whether it or anything in it is a secret, also one that a deferred expression carries. */
    default boolean holdsSecret() {
        return Values.holdsSecret(this);
    }

    /** The kind, also of a secret; empty for {@link Deferred}. */
    default Optional<Kind> kind() {
        return Values.kind(this);
    }

    default boolean isNull() {
        return this instanceof Known(var json) && json.isNull();
    }

    default boolean isDeferred() {
        return this instanceof Deferred;
    }

    /** The value without its mark of secrecy. */
    default Value opened() {
        return this instanceof Secure(var value) ? value : this;
    }

    /** The items if it is an array; items of a secret array are secret. */
    default Optional<List<Value>> asItems() {
        return switch (this) {
            case Known(JsonArray array) ->
                    Optional.of(array.stream().<Value>map(Known::new).toList());
            case ArrayOf(var items) -> Optional.of(items);
            case Secure(var value) ->
                    value.asItems().map(items -> items.stream().map(Value::secure).toList());
            case Known _, ObjectOf _, Deferred _ -> Optional.empty();
        };
    }

    /** The members if it is an object, in order; members of a secret object are secret. */
    default Optional<SequencedMap<String, Value>> asMembers() {
        return switch (this) {
            case Known(JsonObject object) -> Optional.of(Values.members(object));
            case ObjectOf(var members) -> Optional.of(members);
            case Secure(var value) -> value.asMembers().map(Values::allSecure);
            case Known _, ArrayOf _, Deferred _ -> Optional.empty();
        };
    }

    /**
     * How it is shown in the answer of an expansion: what is deferred as {@code "[expression]"},
     * what is secret as {@code "[secure]"}. Not for sending: a text is not escaped.
     */
    default Json shown() {
        return Values.shown(this);
    }

    /** The expression that yields this value, as an argument of a residual expression. */
    default Expression asExpression() {
        return Residual.of(this);
    }
}
