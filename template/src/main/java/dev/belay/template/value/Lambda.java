package dev.belay.template.value;

import java.util.List;

/** A lambda argument: {@code lambda('x', body)}. */
public interface Lambda {

    /** How many parameters it takes. */
    int parameters();

    /** The body's value for these arguments, one for each parameter; may be deferred. */
    Value apply(List<Value> arguments);
}
