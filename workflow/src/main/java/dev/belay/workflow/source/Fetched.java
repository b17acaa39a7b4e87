package dev.belay.workflow.source;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What came of fetching a template. */
public sealed interface Fetched {

    /**
     * The template.
     *
     * @param text as it stands at its source
     * @param origin where it came from, for reports; holds no secret
     * @param revision what pins it there: a commit's id; empty where the source has none
     */
    record Template(String text, String origin, Optional<String> revision) implements Fetched {
        public Template {
            requireNonNull(text);
            requireNonNull(origin);
            requireNonNull(revision);
        }
    }

    /**
     * It cannot be had: a file, a ref, an address is not there. Nothing was touched.
     *
     * @param message what is wrong, whole sentences; holds no secret
     * @param hint what to do about it
     */
    record Unavailable(String message, Optional<String> hint) implements Fetched {
        public Unavailable {
            requireNonNull(message);
            requireNonNull(hint);
        }

        static Unavailable of(String message) {
            return new Unavailable(message, Optional.empty());
        }

        static Unavailable of(String message, String hint) {
            return new Unavailable(message, Optional.of(hint));
        }
    }
}
