package dev.belay.types.comparison;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.sanitise.Sanitised;
import dev.belay.types.sanitise.Sanitiser;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The writable leaves of a body in its order. Read-only and volatile places, nulls, masks and empty
 * objects that say nothing are not among them.
 *
 * @param leaves by their place, which is the same in every body whose lists are told apart by the
 *     same keys
 * @param sanitised what was left out, and the body that the leaves are of
 */
public record WritableLeaves(SequencedMap<Place, Leaf> leaves, Sanitised sanitised) {

    public WritableLeaves {
        leaves = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(leaves));
    }

    /** The leaves of one body: pointer to value. */
    public static SequencedMap<JsonPointer, Json> of(
            TypeFacts facts, String apiVersion, String name, JsonObject body) {
        var values = new LinkedHashMap<JsonPointer, Json>();
        aligned(facts, apiVersion, name, List.of(body)).getFirst().leaves().values().stream()
                .filter(Leaf::known)
                .forEach(leaf -> values.put(leaf.pointer(), leaf.value()));
        return Collections.unmodifiableSequencedMap(values);
    }

    /**
     * The leaves of several bodies of one resource, so that the same thing has the same {@link
     * Place} in each: a list's items are told apart by a key that serves in all of the bodies.
     */
    public static List<WritableLeaves> aligned(
            TypeFacts facts, String apiVersion, String name, List<JsonObject> bodies) {
        List<Sanitised> sanitised =
                bodies.stream()
                        .map(body -> Sanitiser.toPutBody(facts, apiVersion, name, body))
                        .toList();
        var collector =
                new LeafCollector(
                        facts,
                        facts.body(apiVersion).shapeFor(name),
                        sanitised.stream().map(Sanitised::body).toList());
        return sanitised.stream()
                .map(one -> new WritableLeaves(collector.leaves(one.body()), one))
                .toList();
    }
}
