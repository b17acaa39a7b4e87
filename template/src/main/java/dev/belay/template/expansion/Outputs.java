package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.syntax.Template.Declaration;
import dev.belay.template.type.Subject;
import dev.belay.template.type.TypeChecker;
import dev.belay.template.type.TypeName;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The outputs of a template. Evidence: engine, families {@code outputs}, {@code output copy}. */
record Outputs(TemplateRun run) {

    private static final String LINK =
            " Please see https://aka.ms/arm-syntax-outputs for usage details.";

    SequencedMap<String, ExpandedOutput> all() {
        var outputs = new LinkedHashMap<String, ExpandedOutput>();
        for (Declaration declaration : run.template().outputs().values()) {
            try {
                output(declaration).ifPresent(output -> outputs.put(declaration.name(), output));
            } catch (TemplateFault fault) {
                throw Wrapping.placed(run.template().source(), declaration.pointer(), fault);
            }
        }
        return outputs;
    }

    private Optional<ExpandedOutput> output(Declaration declaration) {
        refuseShapes(declaration);
        Place place = Place.of(run);
        Optional<Value> condition =
                declaration
                        .member("condition")
                        .filter(json -> !json.isNull())
                        .map(json -> run.evaluate(json, at(declaration, "condition"), place));
        if (condition.flatMap(Value::known).filter(JsonBoolean.FALSE::equals).isPresent()) {
            return Optional.empty();
        }
        Value value = value(declaration, place.resolvingNames());
        JsonObject type = run.definitions().resolved(declaration.json());
        if (!run.shared().predicting() || value.kind().isPresent()) {
            new TypeChecker(run.definitions(), Subject.OUTPUT)
                    .check(declaration.json(), value, declaration.name());
        }
        Optional<TypeName> name = TypeName.of(type);
        boolean secure = name.map(TypeName::secure).orElse(false);
        return Optional.of(
                new ExpandedOutput(
                        name.map(TypeName::shown).orElse("Object"),
                        secure && !run.shared().predicting() ? Value.secure(value) : value,
                        secure));
    }

    private Value value(Declaration declaration, Place place) {
        Optional<JsonObject> copy = declaration.member("copy").flatMap(Json::asObject);
        return copy.isPresent()
                ? copied(declaration, copy.get(), place)
                : new Bodies(place)
                        .value(
                                declaration.member("value").orElse(Json.nullValue()),
                                at(declaration, "value"));
    }

    private Value copied(Declaration declaration, JsonObject copy, Place place) {
        JsonPointer at = at(declaration, "copy");
        long count = new CopyRules(Place.of(run), copy, at).count();
        Json input = copy.find("input").orElse(Json.nullValue());
        List<Value> items = new ArrayList<>();
        for (long index = 0; index < count; index++) {
            items.add(
                    new Bodies(place.in(declaration.name(), index, true))
                            .value(input, at.child("input")));
        }
        return Value.array(items);
    }

    private void refuseShapes(Declaration declaration) {
        boolean copy = declaration.member("copy").filter(json -> !json.isNull()).isPresent();
        boolean value = declaration.member("value").isPresent();
        if (copy && value) {
            throw fault(
                    declaration,
                    "'value' and 'copy' property must not be specified at the same time.");
        }
        if (copy
                && TypeName.of(run.definitions().resolved(declaration.json()))
                        .filter(TypeName.ARRAY::equals)
                        .isEmpty()) {
            throw fault(declaration, "Only array type output accept 'copy' property.");
        }
        if (!copy && !value) {
            throw fault(
                    declaration, "The 'value' property must be specified if not for output copy.");
        }
    }

    private static TemplateFault fault(Declaration declaration, String sentence) {
        return TemplateFault.of(
                "The template output '"
                        + declaration.name()
                        + "' is not valid. "
                        + sentence
                        + LINK);
    }

    private static JsonPointer at(Declaration declaration, String member) {
        return declaration.pointer().child(declaration.json().nameOf(member).orElse(member));
    }
}
