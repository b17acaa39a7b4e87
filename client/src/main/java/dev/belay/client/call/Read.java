package dev.belay.client.call;

import dev.belay.arm.ArmError;
import dev.belay.arm.Resource;
import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.client.retry.RetryAfter;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.time.Duration;
import java.util.Optional;

/** What a GET of one resource by its id showed. */
public sealed interface Read {

    /**
     * It is there.
     *
     * @param etag of the header, else of the body
     * @param retryAfter how long ARM asks to wait before reading it again
     */
    record Found(Resource resource, Optional<String> etag, Optional<Duration> retryAfter)
            implements Read {}

    /** ARM says that this very resource does not exist. */
    record Missing(ArmError error) implements Read {}

    /** Neither found nor missing: forbidden, broken, an address that ARM does not know. */
    record Refused(ArmError error, int status) implements Read {}

    /** No answer. */
    record NoAnswer(String reason) implements Read {}

    /** Reads an answer to a GET of this id. */
    static Read of(ResourceId id, String apiVersion, Answer answer) {
        return switch (answer) {
            case Answer.NoAnswer(var reason) -> new NoAnswer(reason);
            case Answer.Answered(var response) -> of(id, apiVersion, response);
        };
    }

    private static Read of(ResourceId id, String apiVersion, ArmResponse response) {
        Optional<JsonObject> body = response.json().flatMap(Json::asObject);
        if (response.succeeded() && body.isPresent()) {
            return new Found(
                    new Resource(id, apiVersion, body.get()),
                    response.headers().first("ETag").or(() -> body.get().textAt("/etag")),
                    RetryAfter.of(response.headers()));
        }
        ArmError error = ArmClient.errorOf(response);
        return Absence.proves(response.status(), error)
                ? new Missing(error)
                : new Refused(error, response.status());
    }
}
