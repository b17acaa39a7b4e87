package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Carried;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.syntax.Source;
import dev.belay.template.syntax.Template.Declaration;
import dev.belay.template.type.DeclarationRules;
import dev.belay.template.type.SecureParts;
import dev.belay.template.type.Subject;
import dev.belay.template.type.TypeChecker;
import dev.belay.template.type.TypeName;
import dev.belay.template.value.NotFound;
import dev.belay.template.value.Value;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The parameters of a template: given values, else defaults, each checked once. */
final class Parameters {

    private final TemplateRun run;
    private final SequencedMap<String, Value> given;
    private final Map<String, Declaration> declared = new HashMap<>();
    private final Map<String, ExpandedParameter> bound = new HashMap<>();
    private final Symbols open = new Symbols();

    Parameters(TemplateRun run, SequencedMap<String, Value> given) {
        this.run = run;
        this.given = given;
        run.template()
                .parameters()
                .forEach((name, declaration) -> declared.put(folded(name), declaration));
    }

    /** Binds all in the order of the template. */
    void bindAll() {
        for (Declaration declaration : run.template().parameters().values()) {
            DeclarationRules.check(
                    declaration.json(),
                    run.definitions(),
                    "template parameter",
                    declaration.name());
        }
        refuseUnknown();
        run.template().parameters().values().forEach(this::bind);
    }

    /** Every parameter by its declared name, in order. */
    SequencedMap<String, ExpandedParameter> all() {
        var all = new LinkedHashMap<String, ExpandedParameter>();
        run.template()
                .parameters()
                .values()
                .forEach(declaration -> all.put(declaration.name(), bind(declaration)));
        return all;
    }

    /** What an expression sees; in a prediction a secret that was given stays a name. */
    Value value(String name) {
        Declaration declaration = declared.get(folded(name));
        if (declaration == null) {
            throw NotFound.parameter(name);
        }
        ExpandedParameter parameter = bind(declaration);
        boolean hidden =
                run.shared().predicting()
                        && parameter.secure()
                        && !parameter.fromDefault()
                        && parameter.value().isFinished();
        return hidden
                ? new Value.Deferred(
                        new Carried(
                                Value.secure(parameter.value()),
                                Call.of("parameters", new StringLiteral(name))))
                : parameter.value();
    }

    private void refuseUnknown() {
        List<String> unknown =
                given.keySet().stream()
                        .filter(name -> !declared.containsKey(folded(name)))
                        .toList();
        if (!unknown.isEmpty()) {
            throw new TemplateFault(
                    Diagnostic.invalidTemplate(
                                    "The following parameters were supplied, but do not correspond"
                                            + " to any parameters defined in the template: '"
                                            + String.join(", ", unknown)
                                            + "'. The parameters defined in the template are: '"
                                            + String.join(
                                                    ", ", run.template().parameters().keySet())
                                            + "'. Please see"
                                            + " https://aka.ms/arm-pass-parameter-values for usage"
                                            + " details.")
                            .hinting("Leave it out, or declare it in the template."));
        }
    }

    private ExpandedParameter bind(Declaration declaration) {
        ExpandedParameter known = bound.get(declaration.name());
        if (known != null) {
            return known;
        }
        open.enter(declaration.name());
        ExpandedParameter parameter = made(declaration);
        open.leave();
        bound.put(declaration.name(), parameter);
        return parameter;
    }

    private ExpandedParameter made(Declaration declaration) {
        JsonObject type = run.definitions().resolved(declaration.json());
        Optional<Value> value = givenValue(declaration.name());
        Optional<Json> otherwise = declaration.member("defaultValue");
        boolean absent = value.isEmpty() || value.get().isNull();
        if (absent && otherwise.isPresent()) {
            return fromDefault(declaration, type, otherwise.get());
        }
        if (absent && TypeChecker.nullable(type)) {
            return parameter(type, Value.nullValue(), false);
        }
        if (absent) {
            throw missing(declaration);
        }
        ExpandedParameter parameter = parameter(type, marked(type, value.get()), false);
        check(declaration, parameter);
        return parameter;
    }

    // A secret inside an object or array is one too; a prediction shows no difference.
    private Value marked(JsonObject type, Value value) {
        return run.shared().predicting()
                ? value
                : new SecureParts(run.definitions()).marked(type, value);
    }

    private ExpandedParameter fromDefault(Declaration declaration, JsonObject type, Json json) {
        Source source = run.template().source();
        JsonPointer at =
                declaration
                        .pointer()
                        .child(declaration.json().nameOf("defaultValue").orElse("defaultValue"));
        try {
            Place place = Place.of(run).making(Fresh.values(run, declaration.name()));
            ExpandedParameter parameter = parameter(type, run.evaluate(json, at, place), true);
            check(declaration, parameter);
            return parameter;
        } catch (TemplateFault fault) {
            throw Wrapping.parameter(declaration.name(), source, at, fault);
        }
    }

    // The engine predicts nothing from a secret's value; the service holds a text to its rules.
    private boolean onlyKind(Declaration declaration) {
        return run.shared().predicting()
                || TypeName.of(run.definitions().resolved(declaration.json()))
                        .filter(TypeName.SECURE_STRING::equals)
                        .isEmpty();
    }

    private void check(Declaration declaration, ExpandedParameter parameter) {
        var checker = new TypeChecker(run.definitions(), Subject.PARAMETER);
        try {
            if (parameter.secure() && !parameter.fromDefault() && onlyKind(declaration)) {
                checker.checkKindOnly(declaration.json(), parameter.value(), declaration.name());
            } else {
                checker.check(declaration.json(), parameter.value(), declaration.name());
            }
        } catch (TemplateFault fault) {
            throw Wrapping.placed(run.template().source(), declaration.pointer(), fault);
        }
    }

    private ExpandedParameter parameter(JsonObject type, Value value, boolean fromDefault) {
        Optional<TypeName> name = TypeName.of(type);
        boolean secure = name.map(TypeName::secure).orElse(false);
        boolean marked = secure && !(run.shared().predicting() && !value.isFinished());
        return new ExpandedParameter(
                name.map(TypeName::shown).orElse("Object"),
                marked && !(run.shared().predicting() && fromDefault) ? Value.secure(value) : value,
                secure,
                fromDefault);
    }

    private Optional<Value> givenValue(String name) {
        return given.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private TemplateFault missing(Declaration declaration) {
        Source source = run.template().source();
        TemplateFault fault =
                Wrapping.of(
                        "The value for the template parameter '"
                                + declaration.name()
                                + "'"
                                + Wrapping.at(source.at(declaration.pointer()))
                                + " is not provided. Please see"
                                + " https://aka.ms/arm-create-parameter-file for usage details.",
                        source,
                        declaration.pointer());
        return new TemplateFault(
                fault.diagnostic()
                        .hinting(
                                "Give it in a parameter file, or by -p "
                                        + declaration.name()
                                        + "=..., or declare a 'defaultValue'."));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
