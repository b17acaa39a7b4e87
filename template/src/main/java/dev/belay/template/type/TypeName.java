package dev.belay.template.type;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.value.Kind;

import java.util.Locale;
import java.util.Optional;

/** The types of parameters and outputs. Their names ignore case. */
public enum TypeName {
    STRING("String", Kind.STRING, false),
    SECURE_STRING("SecureString", Kind.STRING, true),
    INT("Int", Kind.INTEGER, false),
    BOOL("Bool", Kind.BOOLEAN, false),
    OBJECT("Object", Kind.OBJECT, false),
    SECURE_OBJECT("SecureObject", Kind.OBJECT, true),
    ARRAY("Array", Kind.ARRAY, false);

    private final String shown;
    private final Kind kind;
    private final boolean secure;

    TypeName(String shown, Kind kind, boolean secure) {
        this.shown = shown;
        this.kind = kind;
        this.secure = secure;
    }

    public static Optional<TypeName> of(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        for (TypeName type : values()) {
            if (type.shown.toLowerCase(Locale.ROOT).equals(folded)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The type that a declaration names in its own {@code type} member. */
    public static Optional<TypeName> of(JsonObject declaration) {
        return declaration.find("type").flatMap(Json::asText).flatMap(TypeName::of);
    }

    /** As ARM prints it, e.g. {@code SecureString}. */
    public String shown() {
        return shown;
    }

    public Kind kind() {
        return kind;
    }

    public boolean secure() {
        return secure;
    }

    /** As the messages name what they expect: texts may be URIs. */
    String expected() {
        return kind == Kind.STRING ? "String, Uri" : kind.shown();
    }
}
