package dev.belay.workflow.definition;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations: ISO-8601 ({@code PT90S}, {@code P1D}) or short ({@code 30s}, {@code 5m}). */
final class Durations {

    static final String HINT =
            "Write an ISO-8601 duration such as PT30S or PT2H, or 30s, 5m, 2h; a year at most.";

    static final Duration LONGEST = Duration.ofDays(366);

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([smh])");

    private Durations() {}

    /** Empty if it is none, is not positive, or is longer than a year. */
    static Optional<Duration> parse(String text) {
        Matcher brief = SHORT.matcher(text);
        String iso =
                brief.matches()
                        ? "PT" + brief.group(1) + brief.group(2).toUpperCase(Locale.ROOT)
                        : text;
        try {
            return Optional.of(Duration.parse(iso)).filter(Durations::isSensible);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static boolean isSensible(Duration duration) {
        return duration.isPositive() && duration.compareTo(LONGEST) <= 0;
    }
}
