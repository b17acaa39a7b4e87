package dev.belay.transaction.change;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.snapshot.Mark;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.comparison.ListKey;
import dev.belay.types.comparison.SameValue;
import dev.belay.types.overlay.Quirk;
import dev.belay.types.shape.ShapePath;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The three-way check of one resource, place by place, over writable bodies: B before, S what the
 * deployment sent, A right after it, N now.
 *
 * <p>N = B: nothing to do. A = B, or S = B where S was taken whole, or a list item or tag of A that
 * is neither in B nor in S: somebody else's, left. A differs from B and N from A: a conflict, left.
 * Else B is restored. Items of a list are matched by the key that {@link ListKey} finds; where none
 * serves, the list is one value. That a thing exists is a place too.
 */
public final class ThreeWay {

    private final Optional<TypeFacts> facts;
    private final List<JsonPointer> own;
    private final boolean taken;
    private final List<JsonPointer> restored = new ArrayList<>();
    private final List<JsonPointer> unsent = new ArrayList<>();
    private final List<JsonPointer> others = new ArrayList<>();
    private final List<JsonPointer> conflicts = new ArrayList<>();

    private ThreeWay(Optional<TypeFacts> facts, List<JsonPointer> own, boolean taken) {
        this.facts = facts;
        this.own = List.copyOf(own);
        this.taken = taken;
    }

    /**
     * The four states of one resource.
     *
     * @param before the writable body before
     * @param sent empty: the deployment did not write it
     * @param after empty: it was not there right after
     * @param now the writable body now
     * @param taken whether {@code sent} is known to have been taken whole, and nothing else written
     */
    public record Sides(
            JsonObject before,
            Optional<JsonObject> sent,
            Optional<JsonObject> after,
            JsonObject now,
            boolean taken) {

        /** Where it is not known that what was sent was taken whole. */
        public Sides(
                JsonObject before,
                Optional<JsonObject> sent,
                Optional<JsonObject> after,
                JsonObject now) {
            this(before, sent, after, now, false);
        }
    }

    /** The four values of one place; empty: absent. */
    private record At(
            Optional<Json> before, Optional<Json> sent, Optional<Json> after, Optional<Json> now) {

        At member(String name) {
            return new At(in(before, name), in(sent, name), in(after, name), in(now, name));
        }

        private static Optional<Json> in(Optional<Json> value, String name) {
            return value.flatMap(
                    json ->
                            Mark.isMark(json)
                                    ? value
                                    : json.asObject()
                                            .flatMap(object -> object.find(name))
                                            .filter(member -> !member.isNull()));
        }

        boolean bothObjects() {
            return before.flatMap(Json::asObject).isPresent()
                    && now.flatMap(Json::asObject).isPresent();
        }
    }

    /**
     * Checks and merges.
     *
     * @param own places that an undo step of ours wrote: nothing at or below them is a conflict
     */
    public static Merged of(Optional<TypeFacts> facts, Sides sides, List<JsonPointer> own) {
        var check = new ThreeWay(facts, own, sides.taken());
        Json target =
                check.object(
                        JsonPointer.ROOT,
                        ShapePath.ROOT,
                        new At(
                                Optional.of(sides.before()),
                                sides.sent().map(Json.class::cast),
                                sides.after().map(Json.class::cast),
                                Optional.of(sides.now())));
        return new Merged(
                target.asObject().orElse(Json.object()),
                check.restored,
                check.unsent,
                check.others,
                check.conflicts);
    }

    /** Whether two writable bodies of one resource are the same. */
    public static boolean equal(Optional<TypeFacts> facts, JsonObject one, JsonObject other) {
        Sides sides = new Sides(one, Optional.empty(), Optional.of(other), other);
        Merged merged = of(facts, sides, List.of());
        return merged.restored().isEmpty() && merged.others().isEmpty();
    }

    private Json object(JsonPointer at, ShapePath path, At sides) {
        var target = JsonObject.builder();
        for (String name : names(sides)) {
            value(at.child(name), path.member(name), name, sides.member(name), isTags(path))
                    .ifPresent(value -> target.put(name, value));
        }
        return target.build();
    }

    private static boolean isTags(ShapePath path) {
        return path.text().equalsIgnoreCase("tags");
    }

    private static SequencedSet<String> names(At sides) {
        JsonObject before = sides.before().flatMap(Json::asObject).orElse(Json.object());
        JsonObject now = sides.now().flatMap(Json::asObject).orElse(Json.object());
        var names = new LinkedHashSet<>(now.members().keySet());
        before.members().keySet().stream()
                .filter(name -> now.find(name).isEmpty())
                .forEach(names::add);
        return names;
    }

    /**
     * What is to stand there; empty: nothing.
     *
     * @param item whether it is an item of a keyed list, or a tag
     */
    private Optional<Json> value(
            JsonPointer at, ShapePath path, String name, At sides, boolean item) {
        if (same(path, name, sides.before(), sides.now())) {
            return sides.now();
        }
        if (sides.bothObjects()) {
            return Optional.of(object(at, path, sides));
        }
        if (path.equals(new ShapePath("tags")) && bothOrNone(sides)) {
            return Optional.of(object(at, path, withEmpty(sides)));
        }
        // an absent list and an empty one mean the same to the items of the other side
        Optional<ListKey> key = key(path, sides);
        if (key.isPresent()) {
            return Optional.of(list(at, path, key.get(), sides));
        }
        return leaf(at, path, name, sides, item);
    }

    private static boolean bothOrNone(At sides) {
        return sides.before().or(sides::now).flatMap(Json::asObject).isPresent();
    }

    private static At withEmpty(At sides) {
        return new At(
                Optional.of(sides.before().orElse(Json.object())),
                sides.sent(),
                sides.after(),
                Optional.of(sides.now().orElse(Json.object())));
    }

    private Optional<Json> leaf(
            JsonPointer at, ShapePath path, String name, At sides, boolean item) {
        boolean othersItem =
                item
                        && sides.before().isEmpty()
                        && sides.sent().isEmpty()
                        && sides.after().isPresent();
        boolean others =
                othersItem
                        || same(path, name, sides.after(), sides.before())
                        || sentAsBefore(path, name, sides);
        if (!isOwn(at) && others) {
            this.others.add(at);
            return sides.now();
        }
        if (!isOwn(at) && !same(path, name, sides.now(), sides.after())) {
            conflicts.add(at);
            return sides.now();
        }
        restored.add(at);
        if (sides.sent().isEmpty() && !item) {
            // an item that a sent list does not have was removed by sending that list
            unsent.add(at);
        }
        return sides.before();
    }

    /**
     * Whether the deployment wrote what stood there before: the answer to a PUT holds what was sent
     * (documented: the contract of resource providers), so what differs came later.
     */
    private boolean sentAsBefore(ShapePath path, String name, At sides) {
        return taken
                && sides.sent().isPresent()
                && sides.before().isPresent()
                && same(path, name, sides.sent(), sides.before());
    }

    private boolean isOwn(JsonPointer at) {
        return own.stream().anyMatch(at::startsWith);
    }

    private Json list(JsonPointer at, ShapePath path, ListKey key, At sides) {
        var identities = new LinkedHashSet<String>();
        items(sides.before()).forEach(item -> key.identity(item).ifPresent(identities::add));
        items(sides.now()).forEach(item -> key.identity(item).ifPresent(identities::add));
        var target = new ArrayList<Json>();
        for (String identity : identities) {
            At item =
                    new At(
                            find(key, sides.before(), identity),
                            find(key, sides.sent(), identity),
                            find(key, sides.after(), identity),
                            find(key, sides.now(), identity));
            value(at.child("[" + identity + "]"), path.items(), "", item, true)
                    .ifPresent(target::add);
        }
        return new JsonArray(target);
    }

    private Optional<ListKey> key(ShapePath path, At sides) {
        var lists = new ArrayList<JsonArray>();
        for (Optional<Json> side : List.of(sides.before(), sides.after(), sides.now())) {
            if (side.isPresent() && side.get() instanceof JsonArray list) {
                lists.add(list);
            } else if (side.isPresent()) {
                return Optional.empty();
            }
        }
        return facts.flatMap(f -> ListKey.keyOf(f, path, lists));
    }

    /** The item of this identity; a mark in the place of the list, or of an item, matches any. */
    private static Optional<Json> find(ListKey key, Optional<Json> list, String identity) {
        if (list.filter(Mark::isMark).isPresent()) {
            return list;
        }
        return items(list).stream()
                .filter(
                        item ->
                                Mark.isMark(item)
                                        || key.identity(item).filter(identity::equals).isPresent())
                .findFirst();
    }

    private static List<Json> items(Optional<Json> list) {
        return list.flatMap(Json::asArray).map(JsonArray::items).orElse(List.of());
    }

    private boolean same(ShapePath path, String name, Optional<Json> one, Optional<Json> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() == other.isEmpty();
        }
        if (one.get() instanceof JsonArray left
                && other.get() instanceof JsonArray right
                && unordered(path)) {
            return SameValue.same(name, sorted(left), sorted(right));
        }
        return SameValue.same(name, one.get(), other.get());
    }

    private boolean unordered(ShapePath path) {
        return facts.flatMap(f -> f.overlay().at(Quirk.Unordered.class, path)).isPresent();
    }

    private static JsonArray sorted(JsonArray list) {
        return new JsonArray(
                list.stream()
                        .sorted((a, b) -> a.toText().compareToIgnoreCase(b.toText()))
                        .toList());
    }
}
