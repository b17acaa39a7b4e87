package dev.belay.template.function.array;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;

/** Arguments that must all be arrays or all be objects. */
final class SameKind {

    private SameKind() {}

    /**
     * @return whether all are arrays; else all are objects
     */
    static boolean allArrays(Call call) {
        Kind first = call.kind(0);
        for (int at = 1; at < call.count(); at++) {
            if (call.kind(at) != first) {
                throw TemplateFault.of(
                        "Template language function '"
                                + call.name()
                                + "' expects parameters of the same type, but found multiple"
                                + " types.");
            }
        }
        return first == Kind.ARRAY;
    }
}
