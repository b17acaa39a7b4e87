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
 * {@code cidrSubnet(network, newCIDR, subnetIndex)}: a part of a range.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-cidr#cidrsubnet">reference</a>
 */
public final class CidrSubnet implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("cidrSubnet").string("network").integer("newCIDR").integer("subnetIndex");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        int prefix = Numbers.int32(call.number(1));
        int index = Numbers.int32(call.number(2));
        if (prefix < 0 || prefix > 255) {
            throw TemplateFault.of(
                    "The specified byte '" + prefix + "' is not a valid byte value (0-255).");
        }
        Network network = Network.parse(call.string(0));
        if (prefix < network.prefix() || prefix > network.bits()) {
            throw TemplateFault.of(
                    "Could not generate subnet for network '"
                            + network.text()
                            + "' and CIDR value '"
                            + prefix
                            + "'.");
        }
        BigInteger count = BigInteger.ONE.shiftLeft(prefix - network.prefix());
        if (index < 0 || BigInteger.valueOf(index).compareTo(count) >= 0) {
            throw TemplateFault.of(
                    "The specified subnetIndex '"
                            + index
                            + "' is not a valid index of the subnet size '"
                            + count
                            + "'.");
        }
        BigInteger offset = BigInteger.valueOf(index).shiftLeft(network.bits() - prefix);
        return Value.of(Network.of(network.address().add(offset), prefix, network.bits()).text());
    }
}
