package dev.belay.transaction.capture;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.client.call.Answer;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.ResourceGroups;
import dev.belay.client.polling.Patience;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The template of a resource group as ARM exports it. A partial one counts as none. */
public final class GroupExport {

    /** ARM refuses more (documented); this is in case it does not. */
    private static final int MOST_RESOURCES = 200;

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final ArmClient client;
    private final Patience patience;

    public GroupExport(ArmClient client, Patience patience) {
        this.client = client;
        this.patience = patience;
    }

    /** What came of asking. */
    public sealed interface Result {
        record Exported(JsonObject template) implements Result {}

        record Refused(ArmError error) implements Result {}
    }

    /** Asks, and waits for the answer. */
    public Result of(Scope.ResourceGroup group) {
        Answer answer = new ResourceGroups(client).export(group);
        while (answer instanceof Answer.Answered(var response) && response.status() == 202) {
            Optional<URI> link =
                    response.headers().first("Location").flatMap(client.origin()::follow);
            if (link.isEmpty() || !patience.wait(BETWEEN)) {
                return new Result.Refused(ArmError.of("Timeout", "The export did not end."));
            }
            answer = client.send(ArmRequest.get(link.get()));
        }
        return switch (answer) {
            case Answer.NoAnswer none -> new Result.Refused(none.error());
            case Answer.Answered(var response) -> read(response);
        };
    }

    private static Result read(ArmResponse response) {
        Optional<JsonObject> body = response.json().flatMap(Json::asObject);
        Optional<ArmError> error = response.error().or(() -> body.flatMap(ArmError::from));
        if (error.isPresent()) {
            return new Result.Refused(error.get());
        }
        Optional<JsonObject> template =
                body.flatMap(shown -> shown.find("template")).flatMap(Json::asObject);
        if (!response.succeeded() || template.isEmpty()) {
            return new Result.Refused(
                    ArmError.of("Status" + response.status(), "ARM answered without a template."));
        }
        int resources =
                template.get()
                        .find("resources")
                        .flatMap(Json::asArray)
                        .orElse(JsonArray.EMPTY)
                        .size();
        return resources > MOST_RESOURCES
                ? new Result.Refused(
                        ArmError.of(
                                "ExportTooLarge",
                                "The exported template holds "
                                        + resources
                                        + " resources; ARM takes no more than "
                                        + MOST_RESOURCES
                                        + "."))
                : new Result.Exported(template.get());
    }
}
