package dev.belay.template.syntax;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;

/** A parameter as a parameter file gives it. */
public sealed interface ParameterValue {

    /** Literal data: never evaluated, never un-escaped. */
    record Literal(Json value) implements ParameterValue {

        /** It may be a secret. */
        @Override
        public String toString() {
            return "Literal[...]";
        }
    }

    /**
     * A secret of a key vault, read by whoever deploys.
     *
     * @param reference {@code {keyVault: {id}, secretName, secretVersion?}}
     */
    record KeyVaultReference(JsonObject reference) implements ParameterValue {}
}
