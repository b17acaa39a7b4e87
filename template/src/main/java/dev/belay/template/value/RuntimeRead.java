package dev.belay.template.value;

import dev.belay.json.Json;

import java.util.Optional;

/** What an expression has to ask the deployment's world for. */
public sealed interface RuntimeRead {

    /**
     * {@code reference(path, apiVersion[, 'Full'])}: the answer is what the function yields, the
     * {@code properties} of the resource or, in full, all of it.
     *
     * @param path resource id, beginning with a slash
     */
    record Get(String path, String apiVersion, boolean full) implements RuntimeRead {}

    /**
     * {@code listKeys(path, apiVersion[, body])} and its kin: the answer is the action's, and
     * secret.
     *
     * @param action the function's name as written, e.g. {@code listKeys}
     */
    record ListAction(String path, String action, String apiVersion, Optional<Json> body)
            implements RuntimeRead {}
}
