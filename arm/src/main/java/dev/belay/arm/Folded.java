package dev.belay.arm;

import java.util.Locale;

/** The folded form by which ARM compares names: without case. */
final class Folded {

    private Folded() {}

    static String of(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
