package dev.belay.rules;

/**
 * One Java file as text.
 *
 * @param name its path from the repository's root, with slashes
 */
record Source(String name, String text) {

    boolean isTest() {
        return name.contains("/src/test/");
    }
}
