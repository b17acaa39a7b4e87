package dev.belay.client.call;

import dev.belay.arm.ArmError;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Lists read through their {@code nextLink}s, as long as these stay at the origin. */
final class Pages {

    private Pages() {}

    static ReadList read(ArmClient client, URI first) {
        var items = new ArrayList<JsonObject>();
        return each(client, first, items::add).orElseGet(() -> new ReadList.Items(items));
    }

    /**
     * Reads a list of which no more than a page needs to be held.
     *
     * @param taker gets every item, in order
     * @return what went wrong before the end; empty: the list was read whole
     */
    static Optional<ReadList> each(ArmClient client, URI first, Consumer<JsonObject> taker) {
        Set<URI> seen = new HashSet<>();
        Optional<URI> next = Optional.of(first);
        while (next.isPresent() && seen.add(next.get())) {
            switch (client.send(ArmRequest.get(next.get()))) {
                case Answer.NoAnswer(var reason) -> {
                    return Optional.of(new ReadList.NoAnswer(reason));
                }
                case Answer.Answered(var response) -> {
                    Optional<JsonObject> page = page(response);
                    if (page.isEmpty()) {
                        return Optional.of(
                                new ReadList.Refused(
                                        ArmClient.errorOf(response), response.status()));
                    }
                    values(page.get()).forEach(taker);
                    Optional<String> link =
                            page.get().textAt("/nextLink").filter(text -> !text.isBlank());
                    next = link.flatMap(client.origin()::follow);
                    if (link.isPresent() && next.isEmpty()) {
                        return Optional.of(
                                new ReadList.Refused(foreign(link.get()), response.status()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonObject> page(ArmResponse response) {
        return response.succeeded() ? response.json().flatMap(Json::asObject) : Optional.empty();
    }

    private static List<JsonObject> values(JsonObject page) {
        return page
                .get("value")
                .flatMap(Json::asArray)
                .map(JsonArray::items)
                .orElse(List.of())
                .stream()
                .flatMap(item -> item.asObject().stream())
                .toList();
    }

    private static ArmError foreign(String link) {
        return ArmError.of("ForeignLink", "The next page lies at another origin: '" + link + "'.");
    }
}
