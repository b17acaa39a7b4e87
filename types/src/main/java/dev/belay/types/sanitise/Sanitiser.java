package dev.belay.types.sanitise;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.overlay.Quirk;
import dev.belay.types.shape.Shape;
import dev.belay.types.shape.ShapePath;

import java.util.List;
import java.util.Optional;

/**
 * Makes bodies that a PUT takes of bodies that a GET showed.
 *
 * <p>Left out are: id, name, type, apiVersion, systemData and etag of the root; what is read-only
 * (at its topmost place, after the discriminator has picked the variant); what the server sets
 * although the specification calls it writable; null members; masks; and an object that is or
 * becomes empty where its shape has named members, is no map and is not required. Every value of
 * {@code identity.userAssignedIdentities} becomes {@code {}}. Names are matched without case.
 * Unknown properties are kept and reported; so are all keys of maps, also where nothing is left in
 * their values, because a key says something by itself.
 */
public final class Sanitiser {

    private Sanitiser() {}

    /**
     * The whole writable body, as it is needed to create the resource again or to put all of it
     * back.
     *
     * @param apiVersion the one the body was read with
     * @param name the resource's name; in a few types it picks the form of the body
     */
    public static Sanitised toPutBody(
            TypeFacts facts, String apiVersion, String name, JsonObject getBody) {
        Shape.Members shape = facts.body(apiVersion).shapeFor(name);
        return new Stripping(PathRules.of(facts), getBody).known(shape);
    }

    /**
     * As {@link #toPutBody} for a type that the catalog does not have: only what is the same in all
     * types is left out, and the answer says that the type is unknown.
     */
    public static Sanitised toPutBodyOfUnknownType(JsonObject getBody) {
        return new Stripping(PathRules.NONE, getBody).unknown();
    }

    /**
     * What a PUT must carry to bring the live state back to what it was before.
     *
     * @return empty if nothing writable differs: there is to be no PUT then. Otherwise the whole
     *     writable body, but for types whose overlay says that only differences are sent
     */
    public static Optional<Sanitised> minimal(
            TypeFacts facts, String apiVersion, String name, JsonObject before, JsonObject live) {
        Sanitised wanted = toPutBody(facts, apiVersion, name, before);
        Sanitised present = toPutBody(facts, apiVersion, name, live);
        if (wanted.body().equals(present.body())) {
            return Optional.empty();
        }
        List<Quirk.SendsOnlyDifferences> places =
                facts.overlay().all(Quirk.SendsOnlyDifferences.class);
        if (places.isEmpty()) {
            return Optional.of(wanted);
        }
        JsonObject reduced = wanted.body();
        for (Quirk.SendsOnlyDifferences place : places) {
            reduced = onlyDifferences(facts, place.path(), reduced, present.body());
        }
        return reduced.isEmpty() ? Optional.empty() : Optional.of(wanted.withBody(reduced));
    }

    private static JsonObject onlyDifferences(
            TypeFacts facts, ShapePath path, JsonObject wanted, JsonObject present) {
        String member = path.text();
        JsonObject before = objectAt(wanted, member);
        JsonObject live = objectAt(present, member);
        var kept = JsonObject.builder();
        before.members()
                .forEach(
                        (name, value) -> {
                            if (!live.find(name).filter(value::equals).isPresent()) {
                                kept.put(name, value);
                            }
                        });
        clearings(facts, path, before, live, kept);
        JsonObject differing = kept.build();
        return differing.isEmpty() ? wanted.without(member) : wanted.with(member, differing);
    }

    /** An explicit empty list where live has items and the state before had none. */
    private static void clearings(
            TypeFacts facts,
            ShapePath path,
            JsonObject before,
            JsonObject live,
            JsonObject.Builder kept) {
        for (Quirk.EmptyClears clears : facts.overlay().all(Quirk.EmptyClears.class)) {
            live.members().keySet().stream()
                    .filter(name -> path.member(name).equals(clears.path()))
                    .filter(name -> before.find(name).isEmpty())
                    .forEach(
                            name ->
                                    kept.put(
                                            name, Json.object().with(clears.list(), Json.array())));
        }
    }

    private static JsonObject objectAt(JsonObject body, String member) {
        return body.find(member).flatMap(Json::asObject).orElse(Json.object());
    }
}
