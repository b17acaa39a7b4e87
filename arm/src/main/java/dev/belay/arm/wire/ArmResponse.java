package dev.belay.arm.wire;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;

import java.util.Optional;

/**
 * ARM's answer to one request.
 *
 * @param status the HTTP status
 * @param headers header fields
 * @param body the text; empty for none
 */
public record ArmResponse(int status, Headers headers, String body) {

    public ArmResponse {
        requireNonNull(headers);
        requireNonNull(body);
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("Not an HTTP status: " + status + ".");
        }
    }

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /**
     * The body as JSON; empty if there is none or it is something else (a proxy's HTML page, a cut
     * text).
     */
    public Optional<Json> json() {
        if (body.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonReader.strict().read(body));
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }

    /** The error in the body, if there is one in a form that ARM or a provider uses. */
    public Optional<ArmError> error() {
        return json().flatMap(ArmError::from);
    }
}
