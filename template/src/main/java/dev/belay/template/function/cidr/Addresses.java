package dev.belay.template.function.cidr;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts of IPv4 and IPv6 addresses. */
final class Addresses {

    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

    private Addresses() {}

    /** Missing parts are zero before the last one, as {@code 10.1} is {@code 10.0.0.1}. */
    static Optional<BigInteger> four(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int at = 0; at < parts.length; at++) {
            if (!parts[at].matches("\\d{1,10}")) {
                return Optional.empty();
            }
            long part = Long.parseLong(parts[at]);
            boolean last = at == parts.length - 1;
            int room = last ? 8 * (4 - at) : 8;
            if (part >= 1L << room) {
                return Optional.empty();
            }
            address = (address << room) | part;
        }
        return Optional.of(BigInteger.valueOf(address));
    }

    static Optional<BigInteger> six(String written) {
        String text = withoutDots(written);
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(each -> each.size() == 8).map(Addresses::number);
        }
        Optional<List<String>> front = groups(text.substring(0, gap));
        Optional<List<String>> back = groups(text.substring(gap + 2));
        if (front.isEmpty() || back.isEmpty() || front.get().size() + back.get().size() > 7) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(front.get());
        while (all.size() + back.get().size() < 8) {
            all.add("0");
        }
        all.addAll(back.get());
        return Optional.of(number(all));
    }

    // The last two groups may be written as an IPv4 address.
    private static String withoutDots(String text) {
        int last = text.lastIndexOf(':') + 1;
        if (last == 0 || text.indexOf('.', last) < 0) {
            return text;
        }
        return four(text.substring(last))
                .map(BigInteger::intValue)
                .map(
                        bits ->
                                text.substring(0, last)
                                        + joined(new int[] {bits >>> 16, bits & 0xffff}, 0, 2))
                .orElse(text);
    }

    private static Optional<List<String>> groups(String text) {
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        List<String> groups = new ArrayList<>();
        for (String group : text.split(":", -1)) {
            if (!GROUP.matcher(group).matches()) {
                return Optional.empty();
            }
            groups.add(group);
        }
        return Optional.of(groups);
    }

    private static BigInteger number(List<String> groups) {
        BigInteger number = BigInteger.ZERO;
        for (String group : groups) {
            number = number.shiftLeft(16).or(BigInteger.valueOf(Integer.parseInt(group, 16)));
        }
        return number;
    }

    static String four(BigInteger address) {
        int bits = address.intValue();
        return (bits >>> 24)
                + "."
                + ((bits >> 16) & 255)
                + "."
                + ((bits >> 8) & 255)
                + "."
                + (bits & 255);
    }

    /** In RFC 5952's form: the longest run of zero groups, the first of equals, is left out. */
    static String six(BigInteger address) {
        int[] groups = new int[8];
        for (int at = 0; at < 8; at++) {
            groups[at] = address.shiftRight(16 * (7 - at)).intValue() & 0xffff;
        }
        if (address.shiftRight(32).equals(BigInteger.valueOf(0xffff))) {
            return "::ffff:" + four(address);
        }
        int start = 0;
        int longest = 0;
        for (int at = 0; at < 8; at++) {
            int run = 0;
            while (at + run < 8 && groups[at + run] == 0) {
                run++;
            }
            if (run > longest) {
                start = at;
                longest = run;
            }
        }
        return longest < 2
                ? joined(groups, 0, 8)
                : joined(groups, 0, start) + "::" + joined(groups, start + longest, 8);
    }

    private static String joined(int[] groups, int from, int to) {
        List<String> shown = new ArrayList<>();
        for (int at = from; at < to; at++) {
            shown.add(Integer.toHexString(groups[at]));
        }
        return String.join(":", shown);
    }
}
