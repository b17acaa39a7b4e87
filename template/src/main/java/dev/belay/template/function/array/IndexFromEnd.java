package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Numbers;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.List;

/**
 * {@code indexFromEnd(array, reverseIndex)}: the item counted from the end, from 1.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#indexfromend">reference</a>
 */
public final class IndexFromEnd implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("indexFromEnd").array("array").integer("reverseIndex");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        List<Value> items = call.items(0);
        int index = Numbers.int32(call.number(1));
        if (index < 1) {
            throw TemplateFault.of(
                    "Unable to evaluate the template language function 'indexFromEnd'. The index"
                            + " parameter must be greater than zero, but an index of '"
                            + index
                            + "' was received.");
        }
        if (index > items.size()) {
            throw TemplateFault.of(
                    "Unable to evaluate the template language function 'indexFromEnd'. The index"
                            + " parameter cannot be larger than the length of the array. The index"
                            + " parameter was '"
                            + index
                            + "', and the length of the array parameter was '"
                            + items.size()
                            + "'.");
        }
        return items.get(items.size() - index);
    }
}
