package dev.belay.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Headers;
import dev.belay.arm.wire.Method;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class RetryRuleTest {

    private static ArmResponse answer(int status, Headers headers) {
        return new ArmResponse(status, headers, "");
    }

    @Test
    void milliseconds_win_over_seconds() {
        var headers = Headers.of("Retry-After", "7").with("retry-after-ms", "250");

        assertThat(RetryAfter.of(headers)).contains(Duration.ofMillis(250));
        assertThat(RetryAfter.of(headers.without("retry-after-ms")))
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void a_date_is_compared_with_the_answers_own() {
        var headers =
                Headers.of("Date", "Thu, 01 Jan 2026 00:00:00 GMT")
                        .with("Retry-After", "Thu, 01 Jan 2026 00:00:20 GMT");

        assertThat(RetryAfter.of(headers)).contains(Duration.ofSeconds(20));
        assertThat(RetryAfter.of(Headers.of("Retry-After", "soon"))).isEmpty();
    }

    @Test
    void a_read_is_repeated_after_what_blames_the_moment() {
        boolean get = RetryRule.reads(Method.GET);

        assertThat(RetryRule.USUAL.again(get, answer(503, Headers.NONE), 1)).isPresent();
        assertThat(RetryRule.USUAL.again(get, answer(404, Headers.NONE), 1)).isEmpty();
        assertThat(RetryRule.USUAL.again(get, answer(503, Headers.NONE), 6)).isEmpty();
        assertThat(RetryRule.USUAL.againAfterNoAnswer(get, 1)).isPresent();
    }

    @Test
    void a_write_is_repeated_only_when_it_was_throttled() {
        boolean put = RetryRule.reads(Method.PUT);

        assertThat(RetryRule.USUAL.again(put, answer(429, Headers.of("Retry-After", "3")), 1))
                .contains(Duration.ofSeconds(3));
        assertThat(RetryRule.USUAL.again(put, answer(503, Headers.NONE), 1)).isEmpty();
        assertThat(RetryRule.USUAL.againAfterNoAnswer(put, 1)).isEmpty();
    }
}
