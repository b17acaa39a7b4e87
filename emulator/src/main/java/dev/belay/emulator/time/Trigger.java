package dev.belay.emulator.time;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * A moment in the life of a thing, for which timeline and latencies can wait.
 *
 * @param moment which moment
 * @param id the thing's path without case, or {@code deployment:SCOPE} for the newest deployment of
 *     a scope
 */
public record Trigger(Moment moment, String id) {

    /** The moments of a write: it began; it came to an end of any kind, or of one kind. */
    public enum Moment {
        STARTED,
        ENDED,
        FAILED,
        CANCELLED;

        /** The word of the world file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Moment> of(String word) {
            for (Moment moment : values()) {
                if (moment.word().equals(word)) {
                    return Optional.of(moment);
                }
            }
            return Optional.empty();
        }
    }

    public Trigger {
        requireNonNull(moment);
        id = id.toLowerCase(Locale.ROOT);
    }
}
