package dev.belay.template.value;

/** The kinds of values, named as ARM's messages name them (Json.NET's token types). */
public enum Kind {
    STRING("String"),
    INTEGER("Integer"),
    FLOAT("Float"),
    BOOLEAN("Boolean"),
    NULL("Null"),
    ARRAY("Array"),
    OBJECT("Object");

    private final String shown;

    Kind(String shown) {
        this.shown = shown;
    }

    /** The name in ARM's messages, e.g. {@code Integer}. */
    public String shown() {
        return shown;
    }
}
