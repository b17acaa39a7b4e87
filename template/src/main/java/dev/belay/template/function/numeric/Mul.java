package dev.belay.template.function.numeric;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Numbers;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code mul(operand1, operand2)}: the product of two 64-bit integers; overflow is an error.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#mul">reference</a>
 */
public final class Mul implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("mul").integer("operand1").integer("operand2");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        long left = Numbers.int64(call.number(0));
        long right = Numbers.int64(call.number(1));
        try {
            return Value.of(Math.multiplyExact(left, right));
        } catch (ArithmeticException _) {
            throw TemplateFault.of(
                    "The template language function 'mul' overflowed with the operants '"
                            + left
                            + "' and '"
                            + right
                            + "'. Please see https://aka.ms/arm-functions for usage details.");
        }
    }
}
