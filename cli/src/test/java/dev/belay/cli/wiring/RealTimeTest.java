package dev.belay.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(60)
final class RealTimeTest {

    @Test
    void a_wait_is_over_soon_after_its_condition_holds() {
        var looks = new AtomicInteger();

        new RealTime().pauseUntil(() -> looks.incrementAndGet() == 3, Duration.ofHours(1));

        assertThat(looks).hasValue(3);
    }

    @Test
    void a_condition_that_never_holds_lets_all_of_it_pass() {
        long begun = System.nanoTime();

        new RealTime().pauseUntil(() -> false, Duration.ofMillis(20));

        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(20_000_000);
    }
}
