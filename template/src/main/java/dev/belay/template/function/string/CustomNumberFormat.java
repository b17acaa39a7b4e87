package dev.belay.template.function.string;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** .NET's custom formats of numbers: {@code 0 # . , %}, sections, quoted and escaped text. */
final class CustomNumberFormat {

    private CustomNumberFormat() {}

    static String of(BigDecimal value, String format) {
        List<String> sections = sections(format);
        int chosen =
                value.signum() == 0 && sections.size() > 2
                        ? 2
                        : value.signum() < 0 && sections.size() > 1 && !sections.get(1).isEmpty()
                                ? 1
                                : 0;
        String section = sections.get(chosen);
        boolean signed = value.signum() < 0 && chosen == 0;
        return (signed ? "-" : "") + section(value.abs(), section);
    }

    private static List<String> sections(String format) {
        List<String> sections = new ArrayList<>();
        int start = 0;
        char quote = 0;
        for (int at = 0; at < format.length(); at++) {
            char character = format.charAt(at);
            if (character == '\\') {
                at++;
            } else if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '\'' || character == '"') {
                quote = character;
            } else if (character == ';') {
                sections.add(format.substring(start, at));
                start = at + 1;
            }
        }
        sections.add(format.substring(start));
        return sections;
    }

    private static String section(BigDecimal value, String section) {
        String bare = section.replaceAll("\\\\.|'[^']*'|\"[^\"]*\"", "");
        int point = bare.indexOf('.');
        String whole = point < 0 ? bare : bare.substring(0, point);
        String fraction = point < 0 ? "" : bare.substring(point + 1);
        int most = count(fraction, "0#");
        BigDecimal scaled = bare.contains("%") ? value.movePointRight(2) : value;
        BigDecimal rounded = scaled.setScale(most, RoundingMode.HALF_UP);
        String digits = rounded.toPlainString();
        int dot = digits.indexOf('.');
        String integer = dot < 0 ? digits : digits.substring(0, dot);
        String decimals = dot < 0 ? "" : digits.substring(dot + 1);
        int least = whole.indexOf('0') < 0 ? 0 : count(whole.substring(whole.indexOf('0')), "0#");
        integer =
                integer.equals("0") && least == 0
                        ? ""
                        : "0".repeat(Math.max(0, least - integer.length())) + integer;
        boolean grouped = whole.matches(".*[0#],+[0#].*");
        return filled(section, grouped ? groups(integer) : integer, optional(decimals, fraction));
    }

    private static String groups(String integer) {
        var text = new StringBuilder(integer);
        for (int at = integer.length() - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    private static String optional(String decimals, String fraction) {
        int least = count(fraction.substring(0, fraction.lastIndexOf('0') + 1), "0#");
        int end = decimals.length();
        while (end > least && decimals.charAt(end - 1) == '0') {
            end--;
        }
        return end == 0 ? "" : "." + decimals.substring(0, end);
    }

    private static int count(String text, String wanted) {
        return (int) text.chars().filter(each -> wanted.indexOf(each) >= 0).count();
    }

    // The number goes where its first place stands; other characters stay around it.
    private static String filled(String section, String integer, String decimals) {
        var text = new StringBuilder();
        boolean written = false;
        char quote = 0;
        for (int at = 0; at < section.length(); at++) {
            char character = section.charAt(at);
            if (quote != 0) {
                if (character == quote) {
                    quote = 0;
                } else {
                    text.append(character);
                }
            } else if (character == '\'' || character == '"') {
                quote = character;
            } else if (character == '\\' && at + 1 < section.length()) {
                text.append(section.charAt(++at));
            } else if ("0#.,".indexOf(character) < 0) {
                text.append(character);
            } else if (!written) {
                text.append(integer).append(decimals);
                written = true;
            }
        }
        return text.toString();
    }
}
