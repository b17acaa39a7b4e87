package dev.belay.workflow.blueprint;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Property;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.workflow.blueprint.Blueprint.Artifact;
import dev.belay.workflow.blueprint.Blueprint.Group;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an artifact's deployment is given.
 *
 * @param template the artifact's own template; empty where it has none
 * @param parameters name to {@code {"value": …}} or {@code {"reference": …}}
 * @param uses the artifacts whose outputs go into it
 */
record ArtifactInput(JsonObject template, JsonObject parameters, Set<String> uses) {

    static ArtifactInput of(Artifact artifact, Blueprint blueprint, Rewriting rewriting) {
        return new Making(artifact, blueprint, rewriting, new LinkedHashSet<>()).input();
    }

    /** One making. */
    private record Making(
            Artifact artifact, Blueprint blueprint, Rewriting rewriting, Set<String> uses) {

        private ArtifactInput input() {
            return switch (artifact.kind()) {
                case ROLE_ASSIGNMENT -> new ArtifactInput(Json.object(), role(), uses);
                case POLICY_ASSIGNMENT -> new ArtifactInput(Json.object(), policy(), uses);
                case TEMPLATE -> template();
            };
        }

        private Rewriting.Frame frame() {
            return new Rewriting.Frame(artifact.group(), Optional.of(uses));
        }

        private JsonObject role() {
            var parameters = JsonObject.builder();
            required("roleDefinitionId")
                    .ifPresent(node -> parameters.put("roleDefinitionId", value(node)));
            Optional<Node> principals = artifact.properties().member("principalIds");
            if (principals.isEmpty()) {
                lacks("principalIds");
            }
            principals.ifPresent(
                    node -> parameters.put("principalIds", JsonObject.of("value", list(node))));
            return parameters.build();
        }

        /** Principals are one or several, and an expression may stand for either. */
        private Json list(Node principals) {
            Json rewritten = rewriting.of(principals, frame());
            boolean several =
                    principals.value().asText().isEmpty()
                            || Rewriting.parse(principals).filter(this::isArray).isPresent();
            return several ? rewritten : Json.array(rewritten);
        }

        private boolean isArray(Expression expression) {
            if (expression instanceof Call call && call.isTo("parameters")) {
                return literal(call).flatMap(blueprint::typeOf).filter("array"::equals).isPresent();
            }
            return expression instanceof Property(Property(Call call, _), var output)
                    && call.isTo("artifacts")
                    && literal(call)
                            .flatMap(name -> Blueprint.find(blueprint.artifacts(), name))
                            .filter(named -> ArtifactOutputs.isArray(named, output))
                            .isPresent();
        }

        private static Optional<String> literal(Call call) {
            return call.arguments().size() == 1
                            && call.arguments().getFirst() instanceof StringLiteral(var text)
                    ? Optional.of(text)
                    : Optional.empty();
        }

        private JsonObject policy() {
            var parameters = JsonObject.builder();
            required("policyDefinitionId")
                    .ifPresent(node -> parameters.put("policyDefinitionId", value(node)));
            var given = JsonObject.builder();
            for (Node parameter :
                    Blueprint.named(artifact.properties().object("parameters")).values()) {
                if (parameter.member("reference").isPresent()) {
                    parameter.wrong(
                            "A policy's parameter takes no secret of a key vault.",
                            "Write {\"value\": …}.");
                }
                parameter.member("value").filter(this::isSecure).ifPresent(this::plainSecret);
                given.put(parameter.key(), rewriting.of(parameter, frame()));
            }
            return parameters
                    .put("policyParameters", JsonObject.of("value", given.build()))
                    .build();
        }

        private boolean isSecure(Node value) {
            var calls = new ArrayList<Call>();
            value.value()
                    .asText()
                    .flatMap(_ -> Rewriting.parse(value))
                    .ifPresent(expression -> expression.eachCall(calls::add));
            return calls.stream().anyMatch(this::isSecure);
        }

        private boolean isSecure(Call call) {
            return call.isTo("parameters")
                    && literal(call)
                            .flatMap(blueprint::typeOf)
                            .filter(type -> type.startsWith("secure"))
                            .isPresent();
        }

        private void plainSecret(Node value) {
            value.wrong(
                    "A secure parameter goes into a policy's parameter: ARM would show it.",
                    "Use a parameter that is no secret.");
        }

        private ArtifactInput template() {
            var parameters = JsonObject.builder();
            for (Node parameter :
                    Blueprint.named(artifact.properties().object("parameters")).values()) {
                parameters.put(parameter.key(), rewriting.of(parameter, frame()));
            }
            Optional<Node> template = artifact.properties().object("template");
            if (artifact.properties().member("template").isEmpty()) {
                lacks("template");
            }
            if (template.isEmpty()) {
                return new ArtifactInput(Json.object(), parameters.build(), uses);
            }
            var bodies = new TemplateBodies(template.get());
            JsonObject body = bodies.body();
            new TreeMap<>(bodies.groups())
                    .forEach(
                            (placeholder, parameter) ->
                                    parameters.put(
                                            parameter,
                                            JsonObject.of(
                                                    "value", group(placeholder, template.get()))));
            return new ArtifactInput(body, parameters.build(), uses);
        }

        /** The name and the location of a resource group. */
        private Json group(String placeholder, Node template) {
            Optional<Group> group = Blueprint.find(blueprint.groups(), placeholder);
            if (group.isEmpty()) {
                template.wrong(
                        "The template names a resource group placeholder '"
                                + placeholder
                                + "', which the blueprint has not.",
                        "Placeholders are declared in blueprint.json, 'resourceGroups'.");
                return Json.object();
            }
            return JsonObject.of(
                    "name",
                    Names.text(rewriting.name(group.get())),
                    "location",
                    Names.text(rewriting.location(group.get())));
        }

        private Optional<Node> required(String name) {
            if (artifact.properties().member(name).isEmpty()) {
                lacks(name);
            }
            return artifact.properties().text(name);
        }

        private void lacks(String name) {
            artifact.properties()
                    .wrong("The artifact '" + artifact.name() + "' has no '" + name + "'.", "");
        }

        private Json value(Node node) {
            return JsonObject.of("value", rewriting.of(node, frame()));
        }
    }
}
