package dev.belay.template.function.lambda;

import dev.belay.template.function.Signature;
import dev.belay.template.value.Call;
import dev.belay.template.value.Lambda;
import dev.belay.template.value.Value;

import java.util.List;

/** The list or object that a lambda is applied to, and what it is given. */
final class Input {

    private Input() {}

    static List<Value> items(Call call, Signature signature) {
        signature.checkKind(call.name(), 0, call.kind(0));
        return call.items(0);
    }

    /** The element, and its index where the lambda takes one. */
    static Value apply(Lambda lambda, Value element, int index) {
        return lambda.apply(
                lambda.parameters() == 1 ? List.of(element) : List.of(element, Value.of(index)));
    }
}
