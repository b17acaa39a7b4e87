package dev.belay.view.html;

import dev.belay.arm.ArmError;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What pages are built of. Where there is nothing, texts and lists are empty. */
final class Parts {

    private Parts() {}

    /**
     * A name and a value.
     *
     * @param code whether the value is an id or the like
     * @param machine the moment for machines, where it is one
     * @param link where it leads
     */
    record Fact(String name, String value, boolean code, String machine, String link) {

        static Fact text(String name, String value) {
            return new Fact(name, value, false, "", "");
        }

        static Fact code(String name, String value) {
            return new Fact(name, value, true, "", "");
        }

        static Fact moment(String name, Instant instant) {
            return new Fact(name, Times.moment(instant), false, instant.toString(), "");
        }
    }

    /**
     * An error as ARM words it.
     *
     * @param target the resource
     * @param status the HTTP status or the provisioning state
     */
    record Failure(
            String code, String message, String target, String status, List<Failure> details) {

        static Failure of(ArmError error) {
            return of(error, error.target().orElse(""), "");
        }

        static Failure of(ArmError error, String target, String status) {
            return new Failure(
                    error.code(),
                    error.message(),
                    target,
                    status,
                    error.details().stream().map(Failure::of).toList());
        }
    }

    /**
     * A resource of a list.
     *
     * @param paths places in it
     * @param text a sentence about it
     */
    record Item(Optional<Status> status, String id, List<String> paths, String text) {}

    /**
     * A resource of the snapshot.
     *
     * @param body its JSON
     */
    record Saved(Status status, String id, String apiVersion, String body) {}

    /**
     * A resource that was changed in place.
     *
     * @param id whose rows these are
     */
    record Modified(String id, List<Change> changes) {}

    /** One place of it. */
    record Change(String path, String before, String after) {}

    /** An output, or an input. */
    record Named(String name, String value) {}
}
