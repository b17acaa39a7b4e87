package dev.belay.scenarios;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.json.Json;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonReader;

/**
 * Something that a colleague does in the scope of a deployment, and how to see from outside what
 * became of it.
 *
 * @param kind one of the kinds of things that people make beside a deployment
 * @param deed what the colleague did, in words
 * @param request method, path with api-version, and body of it
 * @param look where it is seen
 * @param complete what the strategy {@code complete} does to it once deletions are accepted
 * @param why why that strategy does so
 */
record Bystander(String kind, String deed, Request request, Look look, Fate complete, Why why) {

    /** One request to ARM. */
    record Request(String method, String path, String body) {

        static Request put(String path, String body) {
            return new Request("PUT", path, body);
        }

        /** As a world file's timeline has it: after the last write that goes well. */
        String after(String id) {
            return "{after:{ended:'%s'},by:'a colleague',request:{method:'%s',path:'%s',body:%s}}"
                    .formatted(id, method, path, body);
        }
    }

    /**
     * Where it is seen.
     *
     * @param pointer a place in the body of a GET
     * @param value what the colleague left there
     * @param wholly whether the thing is the resource; else it is the place in it
     */
    record Look(String id, String apiVersion, String pointer, Json value, boolean wholly) {

        static Look resource(String id, String apiVersion, String pointer, String value) {
            return new Look(id, apiVersion, pointer, json(value), true);
        }

        static Look part(String id, String apiVersion, String pointer, String value) {
            return new Look(id, apiVersion, pointer, json(value), false);
        }

        private static Json json(String value) {
            return JsonReader.lenient().read(value);
        }

        /** What became of it. */
        Fate fate(OutsideReader outside) {
            ArmResponse answer = outside.get(id, apiVersion);
            if (answer.status() == 404) {
                return Fate.DELETED;
            }
            if (answer.status() != 200) {
                throw new AssertionError(id + ": " + answer);
            }
            var there = answer.json().flatMap(body -> body.at(JsonPointer.parse(pointer)));
            if (there.isEmpty() && !wholly) {
                return Fate.DELETED;
            }
            return there.filter(value::equals).isPresent() ? Fate.KEPT : Fate.CHANGED;
        }
    }

    /** What became of what a colleague did. */
    enum Fate {
        KEPT,
        CHANGED,
        DELETED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Why the strategy {@code complete} does what it does. */
    enum Why {
        DELETED_BY_TABLE("mode Complete deletes what the template lacks: ARM's table of types"),
        KEPT_BY_TABLE("mode Complete leaves it: ARM's table of types"),
        WITH_HOLDER("it goes with the resource that the deployment made"),
        WRITTEN_OVER("the exported body of the resource is written over it"),
        BESIDE("the exported template does not hold the group"),
        LOCK_STOPS("ARM refuses to delete what the lock holds"),
        LOCK_SPARES("under a lock of the group mode Complete deletes nothing"),
        NO_GROUPS("the strategy exists in resource groups only");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Whether it is about groups that a deployment to the subscription makes. */
    boolean isGroup() {
        return kind.equals("resource group");
    }

    /** Whether a text names it: by its id, as an item of its holder's list, or as a lock. */
    boolean isNamedIn(String text) {
        String id = look.id();
        String name = id.substring(id.lastIndexOf('/') + 1);
        String holder = id.substring(0, id.lastIndexOf('/', id.lastIndexOf('/') - 1));
        return text.contains(id)
                || (text.contains(holder) && text.contains("[name=" + name + "]"))
                || text.contains("the lock '" + name + "'");
    }
}
