package dev.belay.emulator.operation;

import dev.belay.arm.error.ResourceErrors;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;

/** Reads request bodies as ARM does: comments, trailing commas and unquoted names are taken. */
public final class RequestBody {

    private RequestBody() {}

    /**
     * The body as an object; an empty one if nothing was sent.
     *
     * @throws ArmFault {@code 400 InvalidRequestContent} if it is no JSON object
     */
    public static JsonObject object(MatchedRequest request) {
        String text = request.request().body().orElse("");
        if (text.isBlank()) {
            return Json.object();
        }
        try {
            return JsonReader.lenient()
                    .read(text)
                    .asObject()
                    .orElseThrow(
                            () -> refusal("Expected a JSON object. Path '', line 1, position 1."));
        } catch (JsonSyntaxException e) {
            throw refusal(
                    e.getMessage()
                            + " Path '', line "
                            + e.line()
                            + ", position "
                            + e.column()
                            + ".");
        }
    }

    private static ArmFault refusal(String inner) {
        return new ArmFault(400, ResourceErrors.invalidRequestContent(inner));
    }
}
