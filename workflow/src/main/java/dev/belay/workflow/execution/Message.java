package dev.belay.workflow.execution;

import dev.belay.json.Json;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;

import java.util.Optional;

/** A message in a run's inbox, one line of JSON. */
sealed interface Message {

    /** An answer to a question. */
    record Answer(String subject, boolean approved, String by) implements Message {}

    /** The wish to cancel. */
    record Cancel(boolean keep, String by) implements Message {}

    default String text() {
        return switch (this) {
            case Answer(var subject, var approved, var by) ->
                    JsonObject.builder()
                            .put("message", "Answer")
                            .put("subject", subject)
                            .put("approved", approved)
                            .put("by", by)
                            .build()
                            .toText();
            case Cancel(var keep, var by) ->
                    JsonObject.builder()
                            .put("message", "Cancel")
                            .put("keep", keep)
                            .put("by", by)
                            .build()
                            .toText();
        };
    }

    /** Empty for a message that this version does not know: it is left unread. */
    static Optional<Message> read(String text) {
        Json json;
        try {
            json = JsonReader.strict().read(text);
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
        String by = json.textAt("/by").orElse("somebody");
        return switch (json.textAt("/message").orElse("")) {
            case "Answer" ->
                    json.textAt("/subject")
                            .map(subject -> new Answer(subject, truth(json, "/approved"), by));
            case "Cancel" -> Optional.of(new Cancel(truth(json, "/keep"), by));
            default -> Optional.empty();
        };
    }

    private static boolean truth(Json json, String pointer) {
        return json.at(pointer).filter(JsonBoolean.TRUE::equals).isPresent();
    }
}
