package dev.belay.template.evaluation;

import dev.belay.json.Json;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Carried;
import dev.belay.template.value.Call;
import dev.belay.template.value.Environment;
import dev.belay.template.value.Lambda;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Texts;
import dev.belay.template.value.Value;
import dev.belay.template.value.Value.Deferred;
import dev.belay.template.value.Value.Secure;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A call under way: remembers what was evaluated and whether a secret was opened. */
final class EvaluatedCall implements Call {

    private final Expression.Call expression;
    private final Frame frame;
    private final boolean runtime;
    private final List<@Nullable Value> evaluated;
    private boolean secret;

    /**
     * @param frame what the arguments are evaluated in
     * @param runtime whether the call itself may ask at runtime
     */
    EvaluatedCall(Expression.Call expression, Frame frame, boolean runtime) {
        this.expression = expression;
        this.frame = frame;
        this.runtime = runtime;
        this.evaluated = new ArrayList<>();
        expression.arguments().forEach(_ -> evaluated.add(null));
    }

    /** Whether the result is a secret because a secret went into it. */
    boolean secret() {
        return secret;
    }

    @Override
    public String name() {
        return expression.name();
    }

    @Override
    public int count() {
        return expression.arguments().size();
    }

    @Override
    public Expression argument(int index) {
        return expression.arguments().get(index);
    }

    @Override
    public Value raw(int index) {
        Value value = evaluated.get(index);
        if (value == null) {
            value = Evaluator.evaluate(argument(index), frame);
            evaluated.set(index, value);
        }
        return value;
    }

    @Override
    public Value value(int index) {
        Value value = raw(index);
        if (value instanceof Deferred) {
            throw new Pending();
        }
        secret |= value instanceof Secure;
        return value.opened();
    }

    @Override
    public Json known(Value value) {
        secret |= value.holdsSecret();
        return value.known().orElseThrow(Pending::new);
    }

    @Override
    public Lambda lambda(int index, int least, int most) {
        return Lambdas.of(this, index, least, most, frame);
    }

    @Override
    public Optional<Value> lambdaVariable(String variable) {
        return frame.variable(variable);
    }

    @Override
    public Environment environment() {
        return frame.environment();
    }

    @Override
    public boolean allowsRuntime() {
        return runtime;
    }

    @Override
    public Value residual() {
        var arguments = new ArrayList<Expression>();
        for (int at = 0; at < count(); at++) {
            Value value = evaluated.get(at);
            arguments.add(
                    value == null
                            ? Substitution.in(argument(at), frame)
                            : reduced(argument(at), value));
        }
        return new Deferred(new Expression.Call(name(), arguments));
    }

    private static Expression reduced(Expression written, Value value) {
        return written instanceof Carried && value.isFinished() ? written : value.asExpression();
    }

    @Override
    public Texts text() {
        return Texts.invariant();
    }
}
