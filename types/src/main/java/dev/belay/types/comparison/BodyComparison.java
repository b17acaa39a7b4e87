package dev.belay.types.comparison;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.overlay.Quirk;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two bodies of one resource by their writable leaves: same but for what the catalog calls
 * read-only or volatile. null counts as absent.
 */
public final class BodyComparison {

    private final TypeFacts facts;
    private final List<Difference> differences = new ArrayList<>();
    private final Set<JsonPointer> incomparable = new LinkedHashSet<>();
    private int compared;

    private BodyComparison(TypeFacts facts) {
        this.facts = facts;
    }

    /**
     * @param apiVersion the one both bodies were read with
     * @param name the resource's name; in a few types it picks the form of the body
     */
    public static Comparison between(
            TypeFacts facts, String apiVersion, String name, JsonObject left, JsonObject right) {
        List<WritableLeaves> both =
                WritableLeaves.aligned(facts, apiVersion, name, List.of(left, right));
        return new BodyComparison(facts).compare(both.getFirst(), both.getLast());
    }

    private Comparison compare(WritableLeaves left, WritableLeaves right) {
        Set<JsonPointer> masked = new LinkedHashSet<>(left.sanitised().masked());
        masked.addAll(right.sanitised().masked());
        Set<JsonPointer> ignored = new LinkedHashSet<>(left.sanitised().stripped());
        ignored.addAll(right.sanitised().stripped());
        left.leaves().forEach((place, leaf) -> leaf(leaf, right.leaves().get(place), masked, true));
        right.leaves()
                .forEach(
                        (place, leaf) -> {
                            if (!left.leaves().containsKey(place)) {
                                leaf(leaf, null, masked, false);
                            }
                        });
        incomparable.addAll(masked);
        return new Comparison(
                differences, compared, List.copyOf(ignored), List.copyOf(incomparable));
    }

    private void leaf(Leaf leaf, @Nullable Leaf other, Set<JsonPointer> masked, boolean isLeft) {
        if (other == null && (leaf.writeOnly() || masked.contains(leaf.pointer()))) {
            incomparable.add(leaf.pointer());
            return;
        }
        compared += leaf.known() ? 1 : 0;
        if (other != null && same(leaf, other)) {
            return;
        }
        Optional<Json> mine = Optional.of(leaf.value());
        Optional<Json> theirs = Optional.ofNullable(other).map(Leaf::value);
        differences.add(
                new Difference(
                        leaf.pointer(),
                        isLeft ? mine : theirs,
                        isLeft ? theirs : mine,
                        leaf.known()));
    }

    private boolean same(Leaf mine, Leaf theirs) {
        boolean unordered =
                facts.overlay().at(Quirk.Unordered.class, mine.path()).isPresent()
                        && mine.value() instanceof JsonArray
                        && theirs.value() instanceof JsonArray;
        return mine.same(theirs)
                || (unordered && SameValue.same("", sorted(mine.value()), sorted(theirs.value())));
    }

    private static Json sorted(Json list) {
        return new JsonArray(
                ((JsonArray) list)
                        .stream()
                                .sorted((a, b) -> a.toText().compareToIgnoreCase(b.toText()))
                                .toList());
    }
}
