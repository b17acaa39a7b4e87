package dev.belay.cli.command;

import dev.belay.transaction.run.DeployRequest;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code PT1H30M}, {@code 1h30m}, {@code 90s}. */
final class Durations {

    private static final Pattern SHORT =
            Pattern.compile("(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");

    private Durations() {}

    /** The option {@code --timeout}. */
    static Duration timeout(Arguments arguments) {
        return arguments
                .text("--timeout")
                .map(text -> parse("--timeout", text))
                .orElse(DeployRequest.DEFAULT_TIMEOUT);
    }

    /**
     * @param key the option, for the complaint
     * @throws BadInput if the text is no duration or not longer than zero
     */
    static Duration parse(String key, String text) {
        Duration duration = read(key, text.strip().toLowerCase(Locale.ROOT));
        if (duration.isZero() || duration.isNegative()) {
            throw wrong(key, text);
        }
        return duration;
    }

    private static Duration read(String key, String text) {
        Matcher matcher = SHORT.matcher(text);
        if (!text.isEmpty() && matcher.matches()) {
            return Duration.ofDays(part(matcher, 1))
                    .plusHours(part(matcher, 2))
                    .plusMinutes(part(matcher, 3))
                    .plusSeconds(part(matcher, 4));
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException _) {
            throw wrong(key, text);
        }
    }

    private static long part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static BadInput wrong(String key, String text) {
        return BadInput.of(
                "'" + key + "' takes a duration longer than zero, not '" + text + "'.",
                "Write it like 30m, 1h30m or PT1H30M.");
    }
}
