package dev.belay.template.function.date;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times as .NET's invariant culture does, in the forms that templates use, and durations. */
final class DateText {

    private static final Pattern ISO =
            Pattern.compile(
                    "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T"
                            + " ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?)?"
                            + " ?(Z|[+-]\\d{1,2}(?::?\\d{2})?)?");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})()(Z)?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile(
                    "(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: (\\d{1,2}):(\\d{2})(?::(\\d{2}))?( [AP]M)?)?"
                            + " ?(Z|[+-]\\d{1,2}(?::?\\d{2})?)?");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:[A-Za-z]{3,9}, )?(?:(\\d{1,2}) )?([A-Za-z]{3,9})(?: (\\d{1,2}),?)?"
                            + " (\\d{4})(?: (\\d{1,2}):(\\d{2})(?::(\\d{2}))?)? ?(Z|GMT)?");
    private static final Pattern DURATION =
            Pattern.compile(
                    "(-)?P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)D)?(T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)(?:\\.(\\d{1,9}))?S)?)?");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private DateText() {}

    /** No offset means UTC. */
    static Optional<OffsetDateTime> read(String text) {
        String trimmed = text.strip();
        try {
            Matcher iso = ISO.matcher(trimmed);
            if (iso.matches()) {
                return Optional.of(time(number(iso, 1), number(iso, 2), number(iso, 3), iso, 4));
            }
            Matcher compact = COMPACT.matcher(trimmed);
            if (compact.matches()) {
                return Optional.of(
                        time(
                                number(compact, 1),
                                number(compact, 2),
                                number(compact, 3),
                                compact,
                                4));
            }
            return readOther(trimmed);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> readOther(String trimmed) {
        Matcher slashes = MONTH_FIRST.matcher(trimmed);
        if (slashes.matches()) {
            int hour = number(slashes, 4);
            String half = slashes.group(7);
            int shifted = half == null ? hour : hour % 12 + (half.equals(" PM") ? 12 : 0);
            return Optional.of(
                    OffsetDateTime.of(
                            number(slashes, 3),
                            number(slashes, 1),
                            number(slashes, 2),
                            shifted,
                            number(slashes, 5),
                            number(slashes, 6),
                            0,
                            offset(slashes.group(8))));
        }
        Matcher named = NAMED.matcher(trimmed);
        if (named.matches()) {
            int month = MONTHS.indexOf(named.group(2).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
            int day =
                    named.group(1) != null
                            ? number(named, 1)
                            : named.group(3) != null ? number(named, 3) : 1;
            return Optional.of(
                    OffsetDateTime.of(
                            number(named, 4),
                            month,
                            day,
                            number(named, 5),
                            number(named, 6),
                            number(named, 7),
                            0,
                            ZoneOffset.UTC));
        }
        return Optional.empty();
    }

    private static OffsetDateTime time(int year, int month, int day, Matcher form, int clock) {
        return OffsetDateTime.of(
                year,
                month,
                day,
                number(form, clock),
                number(form, clock + 1),
                number(form, clock + 2),
                nanos(form.group(clock + 3)),
                offset(form.group(clock + 4)));
    }

    private static int number(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String digits) {
        if (digits == null || digits.isEmpty()) {
            return 0;
        }
        return Integer.parseInt((digits + "000000000").substring(0, 9)) / 100 * 100;
    }

    private static ZoneOffset offset(@Nullable String text) {
        if (text == null || text.equals("Z")) {
            return ZoneOffset.UTC;
        }
        String digits = text.substring(1).replace(":", "");
        String four =
                digits.length() <= 2
                        ? ("0" + digits).substring(digits.length() - 1) + "00"
                        : ("0" + digits).substring(digits.length() - 3);
        return ZoneOffset.of(text.charAt(0) + four.substring(0, 2) + ":" + four.substring(2));
    }

    /** {@code -?P(nY)(nM)(nD)(T(nH)(nM)(nS))}, at least one part. */
    static Optional<Duration> duration(String text) {
        Matcher form = DURATION.matcher(text);
        if (!form.matches() || text.endsWith("P") || text.endsWith("T")) {
            return Optional.empty();
        }
        try {
            long days =
                    Math.addExact(
                            Math.addExact(
                                    Math.multiplyExact(wide(form, 2), 365L),
                                    Math.multiplyExact(wide(form, 3), 30L)),
                            wide(form, 4));
            Duration duration =
                    Duration.ofDays(days)
                            .plusHours(wide(form, 6))
                            .plusMinutes(wide(form, 7))
                            .plusSeconds(wide(form, 8))
                            .plusNanos(nanos(form.group(9)));
            return Optional.of(form.group(1) == null ? duration : duration.negated());
        } catch (ArithmeticException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static long wide(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
