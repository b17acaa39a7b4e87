package dev.belay.transaction.run;

import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the list of transactions.
 *
 * @param state the name of the newest entry that says where it stands, e.g. {@code Committed}
 * @param finished whether it no longer blocks its scopes
 * @param run the workflow run that it belongs to
 */
public record TransactionSummary(
        String id,
        Instant opened,
        Scope scope,
        String deployment,
        String state,
        boolean finished,
        Optional<String> run,
        String owner) {

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("transaction", id)
                .put("opened", opened.toString())
                .put("scope", scope.path())
                .put("deployment", deployment)
                .put("state", state)
                .put("finished", finished)
                .put("run", run.map(Json::of))
                .put("owner", owner)
                .build();
    }
}
