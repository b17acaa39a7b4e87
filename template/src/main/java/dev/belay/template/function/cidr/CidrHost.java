package dev.belay.template.function.cidr;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Numbers;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.math.BigInteger;

/**
 * {@code cidrHost(network, hostIndex)}: an address in a range; 0 is the first after the network's
 * own, -1 that one.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-cidr#cidrhost">reference</a>
 */
public final class CidrHost implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("cidrHost").string("network").integer("hostIndex");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        Network network = Network.parse(call.string(0));
        int index = Numbers.int32(call.number(1));
        BigInteger usable = network.size().subtract(BigInteger.TWO);
        if (index < -1 || (index >= 0 && BigInteger.valueOf(index).compareTo(usable) >= 0)) {
            throw TemplateFault.of(
                    "Could not calculate the CidrHost for network '"
                            + network.text()
                            + "' and CIDR value '"
                            + index
                            + "'.");
        }
        return Value.of(network.shown(network.address().add(BigInteger.valueOf(index + 1L))));
    }
}
