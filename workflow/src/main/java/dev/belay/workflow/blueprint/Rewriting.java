package dev.belay.workflow.blueprint;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Index;
import dev.belay.template.expression.Expression.Property;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.expression.ExpressionParser;
import dev.belay.template.expression.TextKind;
import dev.belay.workflow.blueprint.Blueprint.Artifact;
import dev.belay.workflow.blueprint.Blueprint.Group;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Turns the expressions of a blueprint into those of a template. The functions {@code artifacts},
 * {@code resourceGroup} and {@code resourceGroups} mean something else there or nothing; {@code
 * parameters}, {@code subscription} and {@code concat} stay (documented: Azure Blueprints
 * functions).
 */
final class Rewriting {

    /**
     * Where an expression stands.
     *
     * @param group the placeholder of its artifact's resource group
     * @param uses takes the names of artifacts whose outputs it uses; empty where they cannot be
     *     used, because ARM has to know the value before it deploys
     */
    record Frame(Optional<String> group, Optional<Set<String>> uses) {
        static final Frame DEFINITION = new Frame(Optional.empty(), Optional.empty());
    }

    private final Blueprint blueprint;
    private final OpenGroups open;
    private final Set<String> groupsBeingNamed = new LinkedHashSet<>();

    Rewriting(Blueprint blueprint, OpenGroups open) {
        this.blueprint = blueprint;
        this.open = open;
    }

    /** The value with all its expressions rewritten. */
    Json of(Node node, Frame frame) {
        return switch (node.value()) {
            case JsonObject object -> {
                var members = JsonObject.builder().putAll(object.members());
                node.members().forEach(member -> members.put(member.key(), of(member, frame)));
                yield members.build();
            }
            case JsonArray _ ->
                    new JsonArray(node.items().stream().map(item -> of(item, frame)).toList());
            case Json other ->
                    other.asText().filter(TextKind::isExpression).isPresent()
                            ? Names.text(expression(node, frame))
                            : other;
        };
    }

    /** The expression that a text is, rewritten; a literal for plain text. */
    Expression expression(Node node, Frame frame) {
        return parse(node)
                .map(parsed -> rewrite(parsed, node, frame))
                .orElseGet(() -> new StringLiteral(TextKind.unescape(node.characters())));
    }

    /** The expression as written; empty for plain text and for what cannot be read. */
    static Optional<Expression> parse(Node node) {
        String text = node.characters();
        if (!TextKind.isExpression(text)) {
            return Optional.empty();
        }
        // the documentation writes literals in double quotes too, which ARM does not take
        String inside = TextKind.inside(text);
        String quoted = inside.contains("'") ? inside : inside.replace('"', '\'');
        try {
            return Optional.of(ExpressionParser.parse(quoted));
        } catch (TemplateFault fault) {
            node.wrong(String.valueOf(fault.getMessage()), "");
            return Optional.empty();
        }
    }

    private Expression rewrite(Expression expression, Node node, Frame frame) {
        return switch (expression) {
            case Property(Property(Call call, var outputs), var output)
                    when call.isTo("artifacts") && outputs.equalsIgnoreCase("outputs") ->
                    output(call, output, node, frame);
            case Property(Call call, var name) when group(call, frame).isPresent() ->
                    member(group(call, frame).orElseThrow(), name, node);
            case Call call -> call(call, node, frame);
            case Property(var base, var name) -> new Property(rewrite(base, node, frame), name);
            case Index(var base, var index) ->
                    new Index(rewrite(base, node, frame), rewrite(index, node, frame));
            case Expression other -> other;
        };
    }

    private Expression call(Call call, Node node, Frame frame) {
        if (call.isTo("artifacts")) {
            node.wrong(
                    "'artifacts' stands for one output of an artifact.",
                    "Write artifacts('NAME').outputs.OUTPUT.");
            return call;
        }
        if (call.isTo("resourceGroup") || call.isTo("resourceGroups")) {
            return group(call, frame)
                    .map(group -> both(group, node))
                    .orElseGet(() -> noGroup(call, node));
        }
        if (call.isTo("parameters")) {
            checkParameter(call, node);
        }
        List<Expression> arguments =
                call.arguments().stream().map(each -> rewrite(each, node, frame)).toList();
        return new Call(call.name(), arguments);
    }

    private void checkParameter(Call call, Node node) {
        literal(call)
                .filter(name -> Blueprint.find(blueprint.parameters(), name).isEmpty())
                .ifPresent(
                        name ->
                                node.wrong(
                                        "The blueprint has no parameter '" + name + "'.",
                                        "Parameters are declared in blueprint.json."));
    }

    /** The group that a call stands for; empty also where there is none. */
    private Optional<Group> group(Call call, Frame frame) {
        if (call.isTo("resourceGroup") && call.arguments().isEmpty()) {
            return frame.group().flatMap(name -> Blueprint.find(blueprint.groups(), name));
        }
        return call.isTo("resourceGroups")
                ? literal(call).flatMap(name -> Blueprint.find(blueprint.groups(), name))
                : Optional.empty();
    }

    private static Expression noGroup(Call call, Node node) {
        if (call.isTo("resourceGroup")) {
            node.wrong(
                    "'resourceGroup()' stands where there is no resource group.",
                    "Give the artifact a 'resourceGroup', or write"
                            + " resourceGroups('PLACEHOLDER').");
        } else {
            node.wrong(
                    "'resourceGroups' names no placeholder of the blueprint.",
                    "Placeholders are declared in blueprint.json, 'resourceGroups'.");
        }
        return call;
    }

    private static Optional<String> literal(Call call) {
        return call.arguments().size() == 1
                        && call.arguments().getFirst() instanceof StringLiteral(var text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private Expression member(Group group, String name, Node node) {
        if (name.equalsIgnoreCase("name")) {
            return name(group);
        }
        if (name.equalsIgnoreCase("location")) {
            return location(group);
        }
        node.wrong(
                "A blueprint knows no '" + name + "' of a resource group.",
                "It knows 'name' and 'location'.");
        return name(group);
    }

    /** The name and the location as one object. */
    private Expression both(Group group, Node node) {
        return Call.of(
                "createObject",
                new StringLiteral("name"),
                member(group, "name", node),
                new StringLiteral("location"),
                member(group, "location", node));
    }

    /** What a group is called. */
    Expression name(Group group) {
        return value(group, group.name(), () -> open.name(group));
    }

    /** Where a group lies. */
    Expression location(Group group) {
        return value(group, group.location(), () -> open.location(group));
    }

    private Expression value(
            Group group, Optional<Node> written, Supplier<Optional<String>> parameter) {
        if (written.isEmpty()) {
            return Call.of("parameters", new StringLiteral(parameter.get().orElseThrow()));
        }
        Node node = written.get();
        if (!groupsBeingNamed.add(group.placeholder() + node.key())) {
            node.wrong("The resource group is named by itself, in a circle.", "");
            return new StringLiteral("");
        }
        try {
            return expression(node, Frame.DEFINITION);
        } finally {
            groupsBeingNamed.remove(group.placeholder() + node.key());
        }
    }

    private Expression output(Call call, String output, Node node, Frame frame) {
        Optional<Artifact> artifact =
                literal(call).flatMap(name -> Blueprint.find(blueprint.artifacts(), name));
        if (artifact.isEmpty()) {
            node.wrong(
                    "'artifacts' names no artifact of the blueprint.",
                    "Artifacts are: " + String.join(", ", blueprint.artifacts().keySet()) + ".");
            return call;
        }
        if (frame.uses().isEmpty()) {
            node.wrong(
                    "An artifact's output stands where ARM has to know the value before it"
                            + " deploys: this has no equivalent in a template.",
                    "Use a parameter of the blueprint.");
            return call;
        }
        Artifact named = artifact.get();
        frame.uses().get().add(named.name());
        if (!ArtifactOutputs.of(named).map(known -> known.contains(output)).orElse(true)) {
            node.wrong("The artifact '" + named.name() + "' has no output '" + output + "'.", "");
        }
        Expression reference = Call.of("reference", id(named));
        return new Property(new Property(new Property(reference, "outputs"), output), "value");
    }

    /** The id of an artifact's deployment. */
    Expression id(Artifact artifact) {
        var name = new StringLiteral(Names.deployment(blueprint.name(), artifact.name()));
        Function<Group, Expression> inGroup =
                group -> Names.inGroup(name(group), Names.DEPLOYMENTS, name);
        return artifact.group()
                .flatMap(group -> Blueprint.find(blueprint.groups(), group))
                .map(inGroup)
                .orElseGet(() -> Names.subscriptionId(Names.DEPLOYMENTS, name));
    }

    /** The id of a resource group. */
    Expression id(Group group) {
        return Names.subscriptionId(Names.GROUPS, name(group));
    }
}
