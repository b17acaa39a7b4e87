package dev.belay.template.value;

import dev.belay.json.Json;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonString;
import dev.belay.template.expression.Expression;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One call of a function: arguments that are evaluated only when asked for, and what the function
 * may see.
 *
 * <p>An accessor throws {@link Pending} where only the deployment can tell, and notes when a secret
 * was opened: the result is then a secret too. Kinds were checked from the signature before.
 */
public interface Call {

    /** The function's name as written. */
    String name();

    int count();

    /** The argument as written, unevaluated. */
    Expression argument(int index);

    /** The argument's value, whatever it is: deferred and secret ones too. */
    Value raw(int index);

    /** The argument's value, opened if secret; it may hold deferred or secret members. */
    Value value(int index);

    /** A value opened if secret, all of it known. */
    Json known(Value value);

    /**
     * The lambda that stands as this argument.
     *
     * @param least fewest parameters it may take
     * @param most most parameters it may take
     */
    Lambda lambda(int index, int least, int most);

    /** What a lambda around this call has bound to a name, letter case ignored. */
    Optional<Value> lambdaVariable(String variable);

    Environment environment();

    /** Whether {@code reference} and its kin may stand where this call stands. */
    boolean allowsRuntime();

    /** This call with its arguments evaluated as far as they can be: what stays to be finished. */
    Value residual();

    /** How texts are compared where the language compares linguistically. */
    Texts text();

    default boolean has(int index) {
        return index < count();
    }

    /** The argument's kind. */
    default Kind kind(int index) {
        return value(index).kind().orElseThrow(Pending::new);
    }

    /** The whole argument as JSON. */
    default Json json(int index) {
        return known(value(index));
    }

    default String string(int index) {
        return ((JsonString) json(index)).text();
    }

    default boolean truth(int index) {
        return json(index) == JsonBoolean.TRUE;
    }

    default JsonNumber number(int index) {
        return (JsonNumber) json(index);
    }

    /** The items of an array argument; each may be deferred or secret. */
    default List<Value> items(int index) {
        return value(index).asItems().orElseThrow(Pending::new);
    }

    /** The members of an object argument; each may be deferred or secret. */
    default SequencedMap<String, Value> members(int index) {
        return value(index).asMembers().orElseThrow(Pending::new);
    }
}
