package dev.belay.template.syntax;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.syntax.Template.Declaration;
import dev.belay.template.syntax.Template.FunctionDeclaration;
import dev.belay.template.syntax.Template.ResourceDeclaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Makes the model of a template out of its JSON. */
final class TemplateModel {

    private final JsonObject json;
    private final Source source;

    private TemplateModel(JsonObject json, Source source) {
        this.json = json;
        this.source = source;
    }

    static Reading root(JsonObject json, Source source) {
        Optional<ModelRules.Flaw> flaw = new ModelRules(json).first();
        return flaw.isPresent()
                ? refused(flaw.get(), flaw.get().reason(), source)
                : checked(json, source, false);
    }

    static Reading nested(JsonObject json, Source source) {
        Optional<ModelRules.Flaw> flaw = new ModelRules(json).first();
        return flaw.isPresent()
                ? refused(
                        flaw.get(),
                        "The supplied nested deployment template could not be parsed as an ARM"
                                + " template.",
                        source)
                : checked(json, source, true);
    }

    private static Reading checked(JsonObject json, Source source, boolean nested) {
        Optional<ModelRules.Flaw> flaw = new VersionRules(json).first(nested);
        return flaw.isPresent()
                ? refused(flaw.get(), flaw.get().reason(), source)
                : new TemplateModel(json, source).read();
    }

    private static Reading refused(ModelRules.Flaw flaw, String message, Source source) {
        Diagnostic diagnostic =
                Diagnostic.invalidTemplate(message)
                        .in(source.absolute(flaw.pointer()).toString())
                        .hinting(flaw.reason());
        return new Reading.Refused(
                List.of(source.near(flaw.pointer()).map(diagnostic::at).orElse(diagnostic)));
    }

    private Reading read() {
        return new Reading.Read(
                new Template(
                        json,
                        source,
                        kind(),
                        json.find("languageVersion").flatMap(Json::asText),
                        members("definitions"),
                        declarations("parameters"),
                        members("variables"),
                        functions(),
                        resources(json.find("resources"), JsonPointer.of(spelled("resources"))),
                        declarations("outputs")));
    }

    private Template.Kind kind() {
        String schema = json.find("$schema").flatMap(Json::asText).orElse("");
        String file = schema.substring(schema.lastIndexOf('/') + 1);
        int end = file.indexOf('.');
        return switch (end < 0 ? file : file.substring(0, end)) {
            case "subscriptionDeploymentTemplate" -> Template.Kind.SUBSCRIPTION;
            case "managementGroupDeploymentTemplate" -> Template.Kind.MANAGEMENT_GROUP;
            case "tenantDeploymentTemplate" -> Template.Kind.TENANT;
            default -> Template.Kind.RESOURCE_GROUP;
        };
    }

    private String spelled(String member) {
        return json.nameOf(member).orElse(member);
    }

    private SequencedMap<String, Json> members(String member) {
        return json.find(member)
                .flatMap(Json::asObject)
                .map(JsonObject::members)
                .orElseGet(LinkedHashMap::new);
    }

    private SequencedMap<String, Declaration> declarations(String member) {
        var found = new LinkedHashMap<String, Declaration>();
        JsonPointer at = JsonPointer.of(spelled(member));
        members(member)
                .forEach(
                        (name, value) ->
                                value.asObject()
                                        .ifPresent(
                                                object ->
                                                        found.put(
                                                                name,
                                                                new Declaration(
                                                                        name,
                                                                        object,
                                                                        at.child(name)))));
        return found;
    }

    private List<FunctionDeclaration> functions() {
        var found = new ArrayList<FunctionDeclaration>();
        JsonPointer at = JsonPointer.of(spelled("functions"));
        JsonArray namespaces =
                json.find("functions").flatMap(Json::asArray).orElse(JsonArray.EMPTY);
        for (int i = 0; i < namespaces.size(); i++) {
            if (namespaces.get(i) instanceof JsonObject namespace) {
                namespace(namespace, at.child(i), found);
            }
        }
        return found;
    }

    private static void namespace(
            JsonObject namespace, JsonPointer at, List<FunctionDeclaration> found) {
        String name = namespace.find("namespace").flatMap(Json::asText).orElse("");
        JsonObject members =
                namespace.find("members").flatMap(Json::asObject).orElse(Json.object());
        JsonPointer below = at.child(namespace.nameOf("members").orElse("members"));
        for (Map.Entry<String, Json> member : members.members().entrySet()) {
            if (member.getValue() instanceof JsonObject function) {
                found.add(
                        new FunctionDeclaration(
                                name, member.getKey(), function, below.child(member.getKey())));
            }
        }
    }

    static List<ResourceDeclaration> resources(Optional<Json> resources, JsonPointer at) {
        var found = new ArrayList<ResourceDeclaration>();
        if (resources.isPresent() && resources.get() instanceof JsonObject named) {
            named.members()
                    .forEach(
                            (name, value) ->
                                    value.asObject()
                                            .ifPresent(
                                                    object ->
                                                            found.add(
                                                                    new ResourceDeclaration(
                                                                            Optional.of(name),
                                                                            object,
                                                                            at.child(name)))));
        }
        if (resources.isPresent() && resources.get() instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof JsonObject object) {
                    found.add(new ResourceDeclaration(Optional.empty(), object, at.child(i)));
                }
            }
        }
        return found;
    }
}
