package dev.belay.client.polling;

import java.time.Duration;

/** How the caller waits between two polls. */
@FunctionalInterface
public interface Patience {

    /**
     * Lets the duration pass.
     *
     * @return whether to go on polling
     */
    boolean wait(Duration duration);
}
