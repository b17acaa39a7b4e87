package dev.belay.template.function.cidr;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.JsonObject;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.math.BigInteger;

/**
 * {@code parseCidr(network)}: the parts of a range of addresses.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-cidr#parsecidr">reference</a>
 */
public final class ParseCidr implements TemplateFunction {

    private static final Signature SIGNATURE = function("parseCidr").string("network");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        Network network = Network.parse(call.string(0));
        boolean four = network.bits() == 32;
        boolean hosts = four && network.prefix() < 31;
        BigInteger edge = hosts ? BigInteger.ONE : BigInteger.ZERO;
        var parts = JsonObject.builder();
        parts.put("network", network.shown(network.address()));
        parts.put("netmask", network.shown(network.mask()));
        if (four) {
            parts.put("broadcast", network.shown(network.last()));
        }
        parts.put("firstUsable", network.shown(network.address().add(edge)));
        parts.put("lastUsable", network.shown(network.last().subtract(edge)));
        parts.put("cidr", network.prefix());
        return Value.of(parts.build());
    }
}
