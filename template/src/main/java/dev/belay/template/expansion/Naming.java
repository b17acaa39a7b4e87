package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.syntax.Source;
import dev.belay.template.syntax.Template.ResourceDeclaration;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;

import java.util.Optional;

/** Finds out what a resource is called. Evidence: engine, families {@code names and types}. */
record Naming(
        TemplateRun run, ResourceDeclaration declaration, Place place, Optional<Instance> parent) {

    private static final String LINK =
            " Please see https://aka.ms/arm-syntax-resources for usage details.";

    /** Whether the type is written in full, or below its parent's. */
    private record Typed(String full, boolean below) {}

    Identity identity() {
        String written = declaration.member("type").flatMap(Json::asText).orElse("");
        if (parent.isPresent() && declaration.member("scope").isPresent()) {
            throw scopeInChild();
        }
        Value name = name();
        refuseEmpty(written, name);
        Typed type = typed(written, name);
        Value fullName =
                type.below() ? Names.joined(parent.orElseThrow().identity().name(), name) : name;
        return deploymentTarget()
                .map(target -> Identity.of(target, type.full(), fullName, Optional.empty()))
                .orElseGet(() -> Identity.of(base(), type.full(), fullName, scope()));
    }

    Value apiVersion() {
        return text("apiVersion").orElse(Value.of(""));
    }

    /** Where a deployment goes to; empty for any other resource. */
    Optional<Target> deploymentTarget() {
        boolean deployment =
                declaration
                        .member("type")
                        .flatMap(Json::asText)
                        .filter("Microsoft.Resources/deployments"::equalsIgnoreCase)
                        .isPresent();
        return deployment ? Optional.of(new DeploymentTarget(this).target()) : Optional.empty();
    }

    Target base() {
        return run.target();
    }

    /** A member that must be a text, evaluated. */
    Optional<Value> text(String member) {
        Optional<Json> written = declaration.member(member).filter(json -> !json.isNull());
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (written.get() instanceof JsonNumber(var lexeme)) {
            return Optional.of(Value.of(lexeme));
        }
        Value value =
                run.evaluate(
                        written.get(),
                        declaration
                                .pointer()
                                .child(declaration.json().nameOf(member).orElse(member)),
                        place);
        Optional<Kind> kind = value.kind();
        if (kind.isPresent() && kind.get() != Kind.STRING && kind.get() != Kind.NULL) {
            throw TemplateFault.of(
                    "Evaluation result of language expression '"
                            + value.known().map(Naming::shown).orElse("")
                            + "' is type '"
                            + kind.get().shown()
                            + "', expected type is 'String'.");
        }
        return Optional.of(value);
    }

    private static String shown(Json json) {
        return switch (json) {
            case JsonArray _ -> "[array]";
            case JsonObject _ -> "[object]";
            case Json other -> other.toText();
        };
    }

    private Value name() {
        return text("name").orElse(Value.of(""));
    }

    private Optional<Value> scope() {
        return text("scope");
    }

    private Typed typed(String written, Value name) {
        Optional<String> known = Target.text(name);
        if (parent.isEmpty()) {
            known.ifPresent(text -> checkSegments(written, text, Names.expected(written), ""));
            return new Typed(written, false);
        }
        String above = parent.get().identity().type();
        String below = above + "/" + written;
        if (known.isEmpty()) {
            return new Typed(below, true);
        }
        int given = Names.segments(known.get()).size();
        boolean full = written.indexOf('.') > 0 && given == Names.expected(written);
        if (full) {
            return new Typed(written, false);
        }
        String shownParent =
                Target.text(parent.get().identity().name()).orElse(parent.get().shownName());
        checkSegments(
                written,
                known.get(),
                Names.segments(written).size(),
                " with parent resource '" + shownParent + "'");
        return new Typed(below, true);
    }

    private void refuseEmpty(String type, Value name) {
        if (type.isEmpty()) {
            throw at(
                    "The template resource '"
                            + shown(name)
                            + "'"
                            + Wrapping.at(source().at(typePointer()))
                            + " is not valid. The type property cannot be null or empty."
                            + LINK);
        }
        if (Target.text(name).filter(String::isEmpty).isPresent() || name.isNull()) {
            throw at(
                    "The template resource '"
                            + declaration.symbolicName().orElse(Instance.rawName(declaration))
                            + "' of type '"
                            + type
                            + "'"
                            + Wrapping.at(source().at(declaration.pointer()))
                            + " is not valid. The name property cannot be null or empty."
                            + LINK);
        }
    }

    private void checkSegments(String type, String name, int expected, String withParent) {
        int given = Names.segments(name).size();
        if (given != expected) {
            throw at(
                    "The template resource '"
                            + shown(Value.of(name))
                            + "' of type '"
                            + type
                            + "'"
                            + Wrapping.at(source().at(typePointer()))
                            + withParent
                            + " has an invalid name. The name '"
                            + name
                            + "' contains '"
                            + given
                            + "' name segment(s) separated by '/', but '"
                            + expected
                            + "' segment(s) were expected."
                            + LINK);
        }
    }

    private TemplateFault scopeInChild() {
        JsonPointer at = member("scope");
        return at(
                "The template resource '"
                        + Instance.rawName(declaration)
                        + "'"
                        + Wrapping.at(source().at(at))
                        + " is invalid. 'Scope' property is not allowed for a nested resource."
                        + LINK);
    }

    private String shown(Value name) {
        return declaration
                .symbolicName()
                .orElseGet(() -> Target.text(name).orElse(Instance.rawName(declaration)));
    }

    private TemplateFault at(String message) {
        return Wrapping.of(message, source(), declaration.pointer());
    }

    private JsonPointer typePointer() {
        return member("type");
    }

    private JsonPointer member(String name) {
        return declaration.pointer().child(declaration.json().nameOf(name).orElse(name));
    }

    private Source source() {
        return run.template().source();
    }
}
