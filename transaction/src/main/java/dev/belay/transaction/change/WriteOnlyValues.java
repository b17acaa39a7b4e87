package dev.belay.transaction.change;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.snapshot.Mark;
import dev.belay.transaction.snapshot.SnapshotEntry;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.comparison.Leaf;
import dev.belay.types.comparison.WritableLeaves;
import dev.belay.types.sanitise.SecretPaths;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Places that were sent to an existing resource and that no GET of it showed before. */
final class WriteOnlyValues {

    private WriteOnlyValues() {}

    static List<JsonPointer> of(
            TypeKnowledge knowledge, SnapshotEntry.Present before, JsonObject sent) {
        Set<JsonPointer> hidden = new LinkedHashSet<>();
        secureMarks(JsonPointer.ROOT, sent, hidden);
        Optional<TypeFacts> facts = knowledge.facts(before.id());
        if (facts.isPresent()) {
            String version = before.apiVersion();
            String name = before.id().name();
            hidden.addAll(SecretPaths.in(facts.get(), version, name, sent));
            WritableLeaves.aligned(facts.get(), version, name, List.of(sent))
                    .getFirst()
                    .leaves()
                    .values()
                    .stream()
                    .filter(Leaf::writeOnly)
                    .map(Leaf::pointer)
                    .map(Mark::placeOf)
                    .forEach(hidden::add);
        } else {
            hidden.addAll(SecretPaths.byName(sent));
        }
        return hidden.stream().filter(place -> !shown(before.body(), place)).toList();
    }

    private static boolean shown(JsonObject body, JsonPointer place) {
        return body.at(place)
                .filter(value -> !value.isNull() && !value.equals(Json.of("")))
                .filter(value -> !masked(value))
                .isPresent();
    }

    private static boolean masked(Json value) {
        return value.asText().filter(text -> text.matches("\\*+|REDACTED")).isPresent();
    }

    private static void secureMarks(JsonPointer at, Json value, Set<JsonPointer> found) {
        if (Mark.SECURE.is(value)) {
            found.add(at);
        } else if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> secureMarks(at.child(name), member, found));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                secureMarks(at.child(i), array.get(i), found);
            }
        }
    }
}
