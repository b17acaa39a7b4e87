package dev.belay.emulator.deployment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How ARM writes times, durations and member names in the documents that it owns. */
public final class ArmText {

    private static final DateTimeFormatter TO_SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

    /** Ticks of 100 ns between the year 1 and the Unix epoch. */
    private static final long TICKS_TO_EPOCH = 621_355_968_000_000_000L;

    private static final int TICKS_PER_SECOND = 10_000_000;

    private ArmText() {}

    /** UTC with up to seven decimals, zeros at the end dropped. Evidence: recorded. */
    public static String time(Instant at) {
        int nanos = at.atOffset(ZoneOffset.UTC).getNano();
        return TO_SECONDS.format(at) + decimals(nanos / 100) + "Z";
    }

    /**
     * ISO 8601 as .NET writes it, up to seven decimals: {@code PT1M41.1134613S}, {@code PT0S},
     * {@code P1DT2H}. Evidence: recorded.
     */
    public static String duration(Duration length) {
        var text = new StringBuilder("P");
        if (length.toDaysPart() > 0) {
            text.append(length.toDaysPart()).append('D');
        }
        var clock = new StringBuilder();
        if (length.toHoursPart() > 0) {
            clock.append(length.toHoursPart()).append('H');
        }
        if (length.toMinutesPart() > 0) {
            clock.append(length.toMinutesPart()).append('M');
        }
        String seconds = length.toSecondsPart() + decimals(length.toNanosPart() / 100);
        if (!seconds.equals("0")) {
            clock.append(seconds).append('S');
        }
        if (clock.isEmpty() && text.length() == 1) {
            clock.append("0S");
        }
        return clock.isEmpty() ? text.toString() : text.append('T').append(clock).toString();
    }

    /** {@code 6/10/2016 4:32:24 PM}, as in the texts of {@code DeploymentActive}: recorded. */
    public static String american(Instant at) {
        // since CLDR 42 the JDK puts a narrow no-break space before the marker
        return AMERICAN.format(at).replace('\u202f', ' ');
    }

    /**
     * The number of a deployment's start, counting down: 20 digits, {@code 9223372036854775807}
     * minus the ticks since the year 1. Evidence: recorded (1,954 deployments).
     */
    public static String sequence(Instant at) {
        long ticks = TICKS_TO_EPOCH + at.getEpochSecond() * TICKS_PER_SECOND + at.getNano() / 100;
        return String.format(Locale.ROOT, "%020d", Long.MAX_VALUE - ticks);
    }

    /**
     * A name of a parameter or output as deployments show it: the capitals at the front become
     * small ones, but for the last before a small letter or a mark ({@code CrossRg} to {@code
     * crossRg}, {@code STORAGE_ID} to {@code storagE_ID}). Evidence: recorded.
     */
    public static String camel(String name) {
        var text = new StringBuilder(name);
        for (int i = 0; i < text.length() && Character.isUpperCase(text.charAt(i)); i++) {
            boolean last = i + 1 < text.length() && !Character.isUpperCase(text.charAt(i + 1));
            if (i > 0 && last) {
                break;
            }
            text.setCharAt(i, Character.toLowerCase(text.charAt(i)));
        }
        return text.toString();
    }

    /** A location without spaces and in small letters: {@code West US} to {@code westus}. */
    public static String compactLocation(String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private static String decimals(int ticks) {
        if (ticks == 0) {
            return "";
        }
        String digits = String.format(Locale.ROOT, "%07d", ticks);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return "." + digits.substring(0, end);
    }
}
