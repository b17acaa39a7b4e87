package dev.belay.store.file;

import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.transaction.log.Lease;

import java.time.Instant;
import java.util.List;

/**
 * A lease as it stands in the book.
 *
 * @param host on which running machine the owner's process is: only there its lock says something
 */
record KeptLease(Lease lease, String host) {

    JsonObject toJson() {
        List<Json> scopes =
                lease.scopes().stream().<Json>map(scope -> Json.of(scope.path())).toList();
        return JsonObject.builder()
                .put("owner", lease.owner())
                .put("scopes", new JsonArray(scopes))
                .put("fence", Json.of(lease.fence()))
                .put("expires", lease.expires().toString())
                .put("host", host)
                .build();
    }

    /**
     * @throws IllegalArgumentException if the value is no lease
     */
    static KeptLease of(Json json) {
        List<Scope> scopes =
                json
                        .at("/scopes")
                        .flatMap(Json::asArray)
                        .map(JsonArray::items)
                        .orElse(List.of())
                        .stream()
                        .map(scope -> Scope.parse(scope.asText().orElse("?")).orElseThrow())
                        .toList();
        return new KeptLease(
                new Lease(
                        json.textAt("/owner").orElseThrow(),
                        scopes,
                        LeasePage.number(json, "/fence"),
                        Instant.parse(json.textAt("/expires").orElseThrow())),
                json.textAt("/host").orElseThrow());
    }
}
