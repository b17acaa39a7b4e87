package dev.belay.template.type;

import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.Kind;

import java.util.Optional;

/** Rules that make no sense for the type they stand at. Evidence: engine. */
public final class DeclarationRules {

    private static final String LINK =
            " Please see https://aka.ms/arm-syntax-parameters for usage details.";

    private DeclarationRules() {}

    /**
     * @param what {@code template parameter} or {@code type definition}
     * @throws TemplateFault with ARM's text
     */
    public static void check(
            JsonObject declaration, Definitions definitions, String what, String name) {
        if (what.equals("template parameter")
                && TypeChecker.nullable(declaration)
                && declaration.find("defaultValue").isPresent()) {
            throw TemplateFault.of(
                    "The provided properties for the template parameter '"
                            + name
                            + "' are not valid, as 'nullable' and 'defaultValue' cannot be used on"
                            + " the same parameter declaration. Parameters with defined default"
                            + " values will use the default value if no value is supplied at deploy"
                            + " time."
                            + LINK);
        }
        Optional<TypeName> type = TypeName.of(definitions.resolved(declaration));
        if (type.isPresent()) {
            lengths(declaration, type.get(), what, name);
            bounds(declaration, type.get(), what, name);
        }
    }

    private static void lengths(JsonObject declaration, TypeName type, String what, String name) {
        boolean used = has(declaration, "minLength") || has(declaration, "maxLength");
        if (used && type.kind() != Kind.STRING && type.kind() != Kind.ARRAY) {
            throw fault(
                    what,
                    name,
                    "Only 'String', 'SecureString' and 'Array' type parameters can specify a"
                            + " minLength and maxLength, but the target was of type '"
                            + type.shown()
                            + "'.");
        }
        ordered(declaration, "minLength", "maxLength", "MinLength", what, name);
    }

    private static void bounds(JsonObject declaration, TypeName type, String what, String name) {
        boolean used = has(declaration, "minValue") || has(declaration, "maxValue");
        if (used && type != TypeName.INT) {
            throw fault(
                    what,
                    name,
                    "Only 'Int' type parameters can specify a minValue and maxValue, but the target"
                            + " was of type '"
                            + type.shown()
                            + "'.");
        }
        ordered(declaration, "minValue", "maxValue", "MinValue", what, name);
    }

    private static void ordered(
            JsonObject declaration,
            String low,
            String high,
            String shown,
            String what,
            String name) {
        Optional<JsonNumber> least = number(declaration, low);
        Optional<JsonNumber> most = number(declaration, high);
        if (least.isPresent()
                && most.isPresent()
                && least.get().value().compareTo(most.get().value()) > 0) {
            throw fault(what, name, shown + " should be less than or equal to " + high + ".");
        }
    }

    private static TemplateFault fault(String what, String name, String sentence) {
        return TemplateFault.of(
                "The provided properties for the "
                        + what
                        + " '"
                        + name
                        + "' are not valid. "
                        + sentence
                        + LINK);
    }

    private static boolean has(JsonObject declaration, String member) {
        return declaration.find(member).filter(value -> !value.isNull()).isPresent();
    }

    private static Optional<JsonNumber> number(JsonObject declaration, String member) {
        return declaration
                .find(member)
                .filter(JsonNumber.class::isInstance)
                .map(JsonNumber.class::cast);
    }
}
