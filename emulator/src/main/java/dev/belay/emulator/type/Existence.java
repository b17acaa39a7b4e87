package dev.belay.emulator.type;

/** How resources of a type come and go. */
public sealed interface Existence {

    /** By PUT and DELETE. */
    record Ordinary() implements Existence {}

    /**
     * Always there with its parent, under one name; a DELETE is refused.
     *
     * @param name the fixed name, e.g. {@code default}
     */
    record Automatic(String name) implements Existence {}

    static Existence ordinary() {
        return new Ordinary();
    }

    static Existence automatic(String name) {
        return new Automatic(name);
    }
}
