package dev.belay.template.function.cidr;

import dev.belay.template.diagnostic.TemplateFault;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses.
 *
 * @param address its first address
 * @param prefix how many leading bits are fixed
 * @param bits 32 or 128
 */
record Network(BigInteger address, int prefix, int bits) {

    private static final Pattern PREFIX = Pattern.compile("-?\\d{1,3}");

    /**
     * @throws TemplateFault with the engine's text if the text is no range
     */
    static Network parse(String text) {
        String trimmed = text.strip();
        int slash = trimmed.indexOf('/');
        String host = slash < 0 ? trimmed : trimmed.substring(0, slash).strip();
        Optional<BigInteger> four = Addresses.four(host);
        Optional<BigInteger> address = four.or(() -> Addresses.six(host.replaceFirst("%.*", "")));
        int bits = four.isPresent() ? 32 : 128;
        if (address.isEmpty()) {
            throw invalid(text);
        }
        if (slash < 0) {
            return of(address.get(), bits == 32 ? classOf(address.get()) : 64, bits);
        }
        String digits = trimmed.substring(slash + 1).strip();
        if (!PREFIX.matcher(digits).matches() || length(digits) > bits) {
            throw invalid(text);
        }
        return of(address.get(), length(digits), bits);
    }

    // A minus sign counts nothing (engine).
    private static int length(String digits) {
        return Math.abs(Integer.parseInt(digits));
    }

    private static int classOf(BigInteger address) {
        int first = address.shiftRight(24).intValue();
        return first < 128 ? 8 : first < 192 ? 16 : 24;
    }

    private static TemplateFault invalid(String text) {
        return TemplateFault.of("The specified CIDR '" + text + "' is not valid.");
    }

    static Network of(BigInteger address, int prefix, int bits) {
        return new Network(
                address.shiftRight(bits - prefix).shiftLeft(bits - prefix), prefix, bits);
    }

    BigInteger size() {
        return BigInteger.ONE.shiftLeft(bits - prefix);
    }

    BigInteger last() {
        return address.add(size()).subtract(BigInteger.ONE);
    }

    String shown(BigInteger each) {
        return bits == 32 ? Addresses.four(each) : Addresses.six(each);
    }

    String text() {
        return shown(address) + "/" + prefix;
    }

    BigInteger mask() {
        return BigInteger.ONE.shiftLeft(bits).subtract(size());
    }
}
