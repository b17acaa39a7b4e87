package dev.belay.emulator.world;

import static java.util.Objects.requireNonNull;

import dev.belay.json.JsonObject;

/**
 * How far a deployment is, as the room {@code deployment} keeps it: a value that shares structure
 * from step to step, so that a step costs what it changes. On disk it is JSON, and comes back as
 * {@link Kept}; the engine makes its own value of it again when the deployment goes on.
 */
public interface Progress {

    /** Nothing to go on with: a record that the world file made, or one long over. */
    Progress NONE = new Kept(JsonObject.builder().build());

    /** The form on disk; it may hold secrets and is encrypted there. */
    JsonObject toJson();

    /**
     * As it was read from disk.
     *
     * @param toJson what the engine wrote
     */
    record Kept(JsonObject toJson) implements Progress {
        public Kept {
            requireNonNull(toJson);
        }

        /** It may hold secrets. */
        @Override
        public String toString() {
            return "Kept[…]";
        }
    }
}
