package dev.belay.client.retry;

import dev.belay.arm.wire.Headers;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How long ARM asks to wait: {@code retry-after-ms} or {@code x-ms-retry-after-ms} in milliseconds,
 * else {@code Retry-After} in seconds or as an HTTP date, which is compared with the answer's own
 * {@code Date}.
 */
public final class RetryAfter {

    /** What is waited where ARM says nothing, while a person may be watching. */
    public static final Duration DEFAULT = Duration.ofSeconds(5);

    /** The longest wait that is believed (documented: between 10 seconds and 10 minutes). */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private RetryAfter() {}

    /** Empty if the headers say nothing that can be read. */
    public static Optional<Duration> of(Headers headers) {
        return milliseconds(headers, "retry-after-ms")
                .or(() -> milliseconds(headers, "x-ms-retry-after-ms"))
                .or(() -> headers.first("Retry-After").flatMap(text -> seconds(text, headers)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> milliseconds(Headers headers, String name) {
        return headers.first(name).flatMap(RetryAfter::number).map(Duration::ofMillis);
    }

    private static Optional<Duration> seconds(String text, Headers headers) {
        return number(text)
                .map(Duration::ofSeconds)
                .or(
                        () ->
                                date(text)
                                        .flatMap(
                                                until ->
                                                        headers.first("Date")
                                                                .flatMap(RetryAfter::date)
                                                                .map(
                                                                        now ->
                                                                                Duration.between(
                                                                                        now,
                                                                                        until))));
    }

    private static Optional<Long> number(String text) {
        String trimmed = text.strip();
        return trimmed.matches("\\d{1,12}")
                ? Optional.of(Long.parseLong(trimmed))
                : Optional.empty();
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
