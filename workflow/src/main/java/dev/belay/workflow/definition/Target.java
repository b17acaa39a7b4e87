package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/** Which ARM a workflow deploys to. */
public sealed interface Target {

    /** Azure, as whoever is signed in. */
    record Azure() implements Target {}

    /**
     * Another ARM over HTTP.
     *
     * @param origin {@code http} or {@code https}, host and port
     */
    record Url(URI origin) implements Target {
        public Url {
            requireNonNull(origin);
        }
    }

    /**
     * The embedded ARM.
     *
     * @param world the world file, relative to the workflow file's folder or absolute
     */
    record Embedded(String world) implements Target {
        public Embedded {
            requireNonNull(world);
        }
    }
}
