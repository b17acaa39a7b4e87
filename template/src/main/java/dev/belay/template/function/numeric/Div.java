package dev.belay.template.function.numeric;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Numbers;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code div(operand1, operand2)}: the quotient, truncated toward zero.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#div">reference</a>
 */
public final class Div implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("div").integer("operand1").integer("operand2");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        long left = Numbers.int64(call.number(0));
        long right = Numbers.int64(call.number(1));
        if (right == 0) {
            throw TemplateFault.of(
                    "The template language function 'div' tried to divide by zero. Please see"
                            + " https://aka.ms/arm-functions for usage details.");
        }
        if (left == Long.MIN_VALUE && right == -1) {
            throw TemplateFault.of("Arithmetic operation resulted in an overflow.");
        }
        return Value.of(left / right);
    }
}
