package dev.belay.template.function.date;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** .NET's standard and custom formats of {@code DateTimeOffset} in the invariant culture. */
final class DateFormat {

    /** The form in which the language writes times; the Z stands there whatever the offset. */
    static final String DEFAULT = "yyyy-MM-ddTHH:mm:ssZ";

    private static final Map<String, String> STANDARD =
            Map.ofEntries(
                    Map.entry("", "MM/dd/yyyy HH:mm:ss zzz"),
                    Map.entry("d", "MM/dd/yyyy"),
                    Map.entry("D", "dddd, dd MMMM yyyy"),
                    Map.entry("f", "dddd, dd MMMM yyyy HH:mm"),
                    Map.entry("F", "dddd, dd MMMM yyyy HH:mm:ss"),
                    Map.entry("g", "MM/dd/yyyy HH:mm"),
                    Map.entry("G", "MM/dd/yyyy HH:mm:ss"),
                    Map.entry("m", "MMMM dd"),
                    Map.entry("M", "MMMM dd"),
                    Map.entry("o", "yyyy-MM-ddTHH:mm:ss.fffffffzzz"),
                    Map.entry("O", "yyyy-MM-ddTHH:mm:ss.fffffffzzz"),
                    Map.entry("r", "ddd, dd MMM yyyy HH:mm:ss 'GMT'"),
                    Map.entry("R", "ddd, dd MMM yyyy HH:mm:ss 'GMT'"),
                    Map.entry("s", "yyyy-MM-ddTHH:mm:ss"),
                    Map.entry("t", "HH:mm"),
                    Map.entry("T", "HH:mm:ss"),
                    Map.entry("u", "yyyy-MM-dd HH:mm:ssZ"),
                    Map.entry("y", "yyyy MMMM"),
                    Map.entry("Y", "yyyy MMMM"));

    private static final String LETTERS = "dfFgHhKMmstyz";

    private final OffsetDateTime time;
    private final String format;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private DateFormat(OffsetDateTime time, String format) {
        this.time = time;
        this.format = format;
    }

    /** The time in that format; empty if it is no format. */
    static Optional<String> of(OffsetDateTime time, String format) {
        String standard = STANDARD.get(format);
        if (standard == null && format.length() == 1) {
            return Optional.empty();
        }
        boolean universal = List.of("r", "R", "u").contains(format);
        OffsetDateTime shown = universal ? time.withOffsetSameInstant(ZoneOffset.UTC) : time;
        return new DateFormat(shown, standard == null ? format : standard).formatted();
    }

    private Optional<String> formatted() {
        while (at < format.length()) {
            char character = format.charAt(at);
            if (LETTERS.indexOf(character) >= 0) {
                field(character, run(character));
            } else if (character == '\'' || character == '"') {
                int close = format.indexOf(character, at + 1);
                if (close < 0) {
                    return Optional.empty();
                }
                text.append(format, at + 1, close);
                at = close + 1;
            } else if (character == '\\' || character == '%') {
                at++;
                if (at == format.length()) {
                    return Optional.empty();
                }
                if (character == '\\') {
                    text.append(format.charAt(at++));
                }
            } else {
                text.append(character);
                at++;
            }
        }
        return Optional.of(text.toString());
    }

    private int run(char character) {
        int start = at;
        while (at < format.length() && format.charAt(at) == character) {
            at++;
        }
        return at - start;
    }

    private void field(char letter, int count) {
        switch (letter) {
            case 'd' -> day(count);
            case 'f' -> text.append(fraction(count));
            case 'F' -> optionalFraction(count);
            case 'g' -> text.append("A.D.");
            case 'H' -> number(time.getHour(), Math.min(count, 2));
            case 'h' -> number((time.getHour() + 11) % 12 + 1, Math.min(count, 2));
            case 'K' -> text.append(offset(3));
            case 'M' -> month(count);
            case 'm' -> number(time.getMinute(), Math.min(count, 2));
            case 's' -> number(time.getSecond(), Math.min(count, 2));
            case 't' -> text.append((time.getHour() < 12 ? "AM" : "PM"), 0, Math.min(count, 2));
            case 'y' -> number(count <= 2 ? time.getYear() % 100 : time.getYear(), count);
            default -> text.append(offset(count));
        }
    }

    private void day(int count) {
        if (count <= 2) {
            number(time.getDayOfMonth(), count);
        } else {
            text.append(
                    named(
                            time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                            count));
        }
    }

    private void month(int count) {
        if (count <= 2) {
            number(time.getMonthValue(), count);
        } else {
            text.append(
                    named(time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), count));
        }
    }

    private static String named(String name, int count) {
        return count == 3 ? name.substring(0, 3) : name;
    }

    private void number(int number, int width) {
        String digits = Integer.toString(number);
        text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }

    private String fraction(int count) {
        return "%09d".formatted(time.getNano()).substring(0, Math.min(count, 7));
    }

    private void optionalFraction(int count) {
        String digits = fraction(count).replaceAll("0+$", "");
        if (digits.isEmpty() && !text.isEmpty() && text.charAt(text.length() - 1) == '.') {
            text.setLength(text.length() - 1);
        }
        text.append(digits);
    }

    private String offset(int count) {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        String sign = minutes < 0 ? "-" : "+";
        int hours = Math.abs(minutes) / 60;
        String shown = count == 1 ? "" + hours : "%02d".formatted(hours);
        return sign + shown + (count >= 3 ? ":%02d".formatted(Math.abs(minutes) % 60) : "");
    }
}
