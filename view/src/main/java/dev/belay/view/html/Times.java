package dev.belay.view.html;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Moments and durations for people. */
final class Times {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Times() {}

    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** How long it took, to the second; empty while it has not ended. */
    static Optional<String> between(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(start -> to.map(end -> duration(Duration.between(start, end))));
    }

    static String duration(Duration time) {
        if (time.toSeconds() < 1) {
            return "under 1 s";
        }
        var text = new StringBuilder();
        if (time.toHours() > 0) {
            text.append(time.toHours()).append(" h ");
        }
        if (time.toMinutes() > 0) {
            text.append(time.toMinutesPart()).append(" min ");
        }
        return text.append(time.toSecondsPart()).append(" s").toString();
    }
}
