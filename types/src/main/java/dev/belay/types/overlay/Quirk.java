package dev.belay.types.overlay;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceType;
import dev.belay.types.shape.ShapePath;

import java.util.List;

/** One thing that no specification says of a type. */
public sealed interface Quirk {

    /** A quirk that concerns one place of the body. */
    sealed interface AtPath extends Quirk {

        ShapePath path();
    }

    /** The api-version to read and write with, against the catalog's rule. */
    record ApiVersion(String version) implements Quirk {}

    /** Set by the server although the specification calls it writable: never sent, not compared. */
    record ReadOnly(ShapePath path) implements AtPath {}

    /** Writable although the specification, or a rule of ours, says otherwise. */
    record Writable(ShapePath path) implements AtPath {}

    /** Its value is a secret. */
    record Secret(ShapePath path) implements AtPath {}

    /** Looks like a secret by its name and is none. */
    record NotSecret(ShapePath path) implements AtPath {}

    /** Cannot be changed once the resource is there. */
    record CreateOnly(ShapePath path) implements AtPath {}

    /**
     * Shown by a GET as an empty object and refused in a PUT: left out where nothing is left in it.
     */
    record RefusedWhenEmpty(ShapePath path) implements AtPath {}

    /**
     * Valid only where another place of the same body holds a value, e.g. {@code sku.tier} is
     * {@code Premium}; left out of a PUT where another value stands there.
     *
     * @param where the other place
     * @param value compared without case
     */
    record OnlyWhere(ShapePath path, ShapePath where, String value) implements AtPath {}

    /**
     * A list in an object of its own whose emptiness clears what is set: left out where snapshot
     * and live state are both empty, sent as an explicit empty list where only live has items.
     *
     * @param path of the object
     * @param list the name of the list in it
     */
    record EmptyClears(ShapePath path, String list) implements AtPath {}

    /** An empty list or map there means the same as its absence. */
    record EmptyIsAbsent(ShapePath path) implements AtPath {}

    /**
     * An update sends only those members of the object at the path that differ from the live state;
     * where none differs there is no PUT at all.
     */
    record SendsOnlyDifferences(ShapePath path) implements AtPath {}

    /**
     * What tells items of a list apart.
     *
     * @param path of the list
     * @param members names of the members that identify an item together, at least one
     */
    record ListKey(ShapePath path, List<String> members) implements AtPath {

        public ListKey {
            requireNonNull(path);
            members = List.copyOf(members);
        }
    }

    /** Where the order of a list's items means nothing. */
    record Unordered(ShapePath path) implements AtPath {}

    /** Instances of these names come into being and vanish with their parent. */
    record Automatic(List<String> names) implements Quirk {

        public Automatic {
            names = List.copyOf(names);
        }
    }

    /** A DELETE is refused, or resets; it never removes the resource. */
    record Undeletable() implements Quirk {}

    /**
     * The name must be free in all of Azure.
     *
     * @param within {@code global}, or {@code region} where it must be free in its region only
     * @param path where the name stands in the body; the root: it is the resource's own name
     */
    record GlobalName(String within, ShapePath path) implements AtPath {}

    /**
     * The same thing is a child resource and an item of its parent's list; this quirk stands at the
     * parent.
     *
     * @param path of the list in the parent's body
     * @param child the type of the child
     * @param staysInline whether a PUT of the parent without the item removes the child
     */
    record InlineTwin(ShapePath path, ResourceType child, boolean staysInline) implements AtPath {}

    /** Stays for a while after its deletion, and holds its name. */
    record SoftDelete() implements Quirk {}

    /** A deployment in mode Complete leaves it where it is. */
    record NotDeletedInCompleteMode() implements Quirk {}

    /** Takes no tags although its specification has them. */
    record TagsNotSupported() implements Quirk {}
}
