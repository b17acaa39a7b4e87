package dev.belay.transaction.capture;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.template.expansion.Expanded;
import dev.belay.template.expansion.ExpandedResource;
import dev.belay.template.value.Value;
import dev.belay.transaction.snapshot.Mark;
import dev.belay.transaction.snapshot.Sent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The bodies that a deployment sends, without secrets. */
final class SentBodies {

    private SentBodies() {}

    static Sent of(Expanded expanded) {
        var bodies = new LinkedHashMap<ResourceId, JsonObject>();
        for (ExpandedResource resource : expanded.everything()) {
            marked(resource.body()).asObject().ifPresent(body -> bodies.put(resource.id(), body));
        }
        return new Sent(bodies);
    }

    private static Json marked(Value value) {
        return switch (value) {
            case Value.Known(var json) -> json;
            case Value.Secure _ -> Mark.SECURE.json();
            case Value.Deferred _ -> Mark.DEFERRED.json();
            case Value.ArrayOf(var items) ->
                    new JsonArray(items.stream().map(SentBodies::marked).toList());
            case Value.ObjectOf(var members) -> {
                var object = JsonObject.builder();
                members.forEach((name, member) -> object.put(name, marked(member)));
                yield object.build();
            }
        };
    }

    /** Every secret text in the bodies, for keeping them out of error texts. */
    static List<String> secrets(Expanded expanded) {
        var found = new ArrayList<String>();
        expanded.parameters().values().stream()
                .filter(parameter -> parameter.secure())
                .forEach(parameter -> secrets(parameter.value(), true, found));
        expanded.everything().forEach(resource -> secrets(resource.body(), false, found));
        return List.copyOf(found);
    }

    private static void secrets(Value value, boolean secret, List<String> found) {
        switch (value) {
            case Value.Known(var json) -> {
                if (secret) {
                    texts(json, found);
                }
            }
            case Value.Secure(var inner) -> secrets(inner, true, found);
            case Value.ArrayOf(var items) -> items.forEach(item -> secrets(item, secret, found));
            case Value.ObjectOf(var members) ->
                    members.values().forEach(member -> secrets(member, secret, found));
            case Value.Deferred _ -> {}
        }
    }

    private static void texts(Json json, List<String> found) {
        switch (json) {
            case JsonObject object -> object.members().values().forEach(m -> texts(m, found));
            case JsonArray array -> array.forEach(item -> texts(item, found));
            case Json leaf -> leaf.asText().ifPresent(found::add);
        }
    }
}
