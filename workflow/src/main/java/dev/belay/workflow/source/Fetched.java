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
     * @param git the commit that pins it; empty where it comes from elsewhere
     */
    record Template(String text, String origin, Optional<GitFile> git) implements Fetched {
        public Template {
            requireNonNull(text);
            requireNonNull(origin);
            requireNonNull(git);
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
