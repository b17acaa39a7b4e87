package dev.belay.template.value;

import java.text.Collator;
import java.util.Locale;

/** How the language compares texts where it does so linguistically: .NET's invariant culture. */
public final class Texts {

    private static final Texts INVARIANT = new Texts();

    private Texts() {}

    public static Texts invariant() {
        return INVARIANT;
    }

    /** Negative, zero, positive as for {@code less}: {@code a < A < b}. */
    public int compare(String left, String right) {
        return Collator.getInstance(Locale.ROOT).compare(left, right);
    }
}
