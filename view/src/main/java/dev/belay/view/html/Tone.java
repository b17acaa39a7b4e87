package dev.belay.view.html;

/** How a status looks; the symbol and the word say the same as the colour. */
enum Tone {
    GOOD("✓"),
    BAD("✗"),
    DOUBTFUL("!"),
    QUIET("–"),
    BUSY("…");

    private final String symbol;

    Tone(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    /** Its class in the style sheet. */
    String style() {
        return "tone-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
