package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.syntax.Source;
import dev.belay.template.syntax.Template.ResourceDeclaration;
import dev.belay.template.syntax.TemplateReader;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the instances of a template's resources: loops unrolled, children beside their parents. */
final class ResourceExpansion {

    private final TemplateRun run;
    private final Source source;
    private final List<Instance> instances = new ArrayList<>();

    ResourceExpansion(TemplateRun run) {
        this.run = run;
        this.source = run.template().source();
    }

    List<Instance> instances() {
        for (ResourceDeclaration declaration : run.template().resources()) {
            if (!isForExtension(declaration)) {
                declare(declaration, Place.of(run), Optional.empty());
            }
        }
        return instances;
    }

    // What an extension other than ARM deploys has no id in ARM.
    private static boolean isForExtension(ResourceDeclaration declaration) {
        return declaration.member("extension").isPresent()
                || declaration.member("import").isPresent();
    }

    private void declare(ResourceDeclaration declaration, Place place, Optional<Instance> parent) {
        Optional<JsonObject> copy = declaration.member("copy").flatMap(Json::asObject);
        // A child's own loop counts for nothing: it sees its parent's (engine).
        if (copy.isEmpty() || parent.isPresent()) {
            instance(declaration, place, Optional.empty(), parent);
            return;
        }
        JsonPointer at =
                declaration.pointer().child(declaration.json().nameOf("copy").orElse("copy"));
        LoopRules loop = loop(declaration, copy.get(), place, at);
        run.registry().loopOf(declaration.symbolicName(), loop.name());
        for (long index = 0; index < loop.count(); index++) {
            instance(
                    declaration,
                    place.in(loop.name(), index, true),
                    Optional.of(
                            new Instance.Loop(loop.name(), index, loop.serial(), loop.batchSize())),
                    parent);
        }
    }

    private LoopRules loop(
            ResourceDeclaration declaration, JsonObject copy, Place place, JsonPointer at) {
        try {
            return LoopRules.of(declaration, copy, place, at);
        } catch (TemplateFault fault) {
            throw Wrapping.resource(shown(declaration), source, declaration.pointer(), fault);
        }
    }

    private void instance(
            ResourceDeclaration declaration,
            Place place,
            Optional<Instance.Loop> loop,
            Optional<Instance> parent) {
        Instance made;
        try {
            made = made(declaration, place, loop, parent);
        } catch (TemplateFault fault) {
            String turn =
                    declaration.symbolicName().isPresent()
                            ? loop.map(l -> "[" + l.index() + "]").orElse("")
                            : "";
            throw Wrapping.resource(
                    shown(declaration) + turn, source, declaration.pointer(), fault);
        }
        instances.add(made);
        run.registry().add(made);
        for (ResourceDeclaration child : TemplateReader.children(declaration)) {
            declare(child, place, Optional.of(made));
        }
    }

    private Instance made(
            ResourceDeclaration declaration,
            Place place,
            Optional<Instance.Loop> loop,
            Optional<Instance> parent) {
        Value condition = condition(declaration, place);
        boolean absent = condition.known().filter(JsonBoolean.FALSE::equals).isPresent();
        if (absent) {
            return absent(declaration, place, loop, parent, condition);
        }
        Naming naming = new Naming(run, declaration, place, parent);
        Identity identity = naming.identity();
        return new Instance(
                declaration,
                place,
                loop,
                identity,
                condition,
                naming.apiVersion(),
                declaration.member("existing").filter(JsonBoolean.TRUE::equals).isPresent(),
                naming.deploymentTarget());
    }

    private Value condition(ResourceDeclaration declaration, Place place) {
        try {
            return declaration
                    .member("condition")
                    .map(json -> evaluated(json, declaration, "condition", place))
                    .orElse(Value.of(true));
        } catch (TemplateFault fault) {
            throw Wrapping.resource(shown(declaration), source, declaration.pointer(), fault);
        }
    }

    /** Nothing of a removed resource is evaluated; it is still what others may depend on. */
    private Instance absent(
            ResourceDeclaration declaration,
            Place place,
            Optional<Instance.Loop> loop,
            Optional<Instance> parent,
            Value condition) {
        Naming naming = new Naming(run, declaration, place, parent);
        Identity identity;
        Value apiVersion = Value.of("");
        try {
            identity = naming.identity();
            apiVersion = naming.apiVersion();
        } catch (TemplateFault _) {
            Value name = Value.of(Instance.rawName(declaration));
            identity =
                    new Identity(
                            declaration.member("type").flatMap(Json::asText).orElse(""),
                            name,
                            new Value.Deferred(name.asExpression()));
        }
        return new Instance(
                declaration, place, loop, identity, condition, apiVersion, false, Optional.empty());
    }

    private Value evaluated(
            Json json, ResourceDeclaration declaration, String member, Place place) {
        return run.evaluate(
                json,
                declaration.pointer().child(declaration.json().nameOf(member).orElse(member)),
                place);
    }

    private static String shown(ResourceDeclaration declaration) {
        return declaration.symbolicName().orElseGet(() -> Instance.rawName(declaration));
    }

    /** The items of {@code dependsOn}, evaluated. */
    static List<String> dependsOn(Instance instance) {
        ResourceDeclaration declaration = instance.declaration();
        Optional<JsonArray> items = declaration.member("dependsOn").flatMap(Json::asArray);
        List<String> found = new ArrayList<>();
        if (items.isPresent() && !instance.absent()) {
            JsonPointer at =
                    declaration
                            .pointer()
                            .child(declaration.json().nameOf("dependsOn").orElse("dependsOn"));
            Bodies bodies = new Bodies(instance.place());
            for (int i = 0; i < items.get().size(); i++) {
                Target.text(bodies.value(items.get().get(i), at.child(i))).ifPresent(found::add);
            }
        }
        return found;
    }
}
