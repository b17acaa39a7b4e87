package dev.belay.workflow.blueprint;

import dev.belay.workflow.blueprint.Blueprint.Artifact;
import dev.belay.workflow.blueprint.Blueprint.Group;
import dev.belay.workflow.blueprint.Blueprint.Kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Reads a blueprint's definition and artifacts in the form of the REST API 2018-11-01-preview
 * (documented).
 */
final class BlueprintReader {

    private static final Set<String> TYPES =
            Set.of("string", "securestring", "int", "bool", "array", "object", "secureobject");

    private final BlueprintSource source;
    private final Findings findings;

    BlueprintReader(BlueprintSource source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    /** Empty where the definition cannot be read at all. */
    Optional<Blueprint> read() {
        String root = source.root();
        return Document.read(source.shown(root), text(root), findings).flatMap(this::blueprint);
    }

    private String text(String path) {
        return Optional.ofNullable(source.texts().get(path)).orElseThrow();
    }

    private Optional<Blueprint> blueprint(Node root) {
        Optional<Node> properties = root.object("properties");
        if (properties.isEmpty()) {
            root.wrong(
                    "The blueprint has no 'properties'.",
                    "Write {\"properties\": {\"targetScope\": \"subscription\", …}}.");
            // artifacts are read all the same: everything wrong is told at once
            artifacts(new LinkedHashMap<>());
            return Optional.empty();
        }
        Node node = properties.get();
        SequencedMap<String, Group> groups = groups(node);
        return Optional.of(
                new Blueprint(
                        root.text("name").map(Node::characters).orElseGet(source::folderName),
                        managementGroup(node),
                        parameters(node),
                        groups,
                        artifacts(groups)));
    }

    private static boolean managementGroup(Node properties) {
        Optional<Node> scope = properties.text("targetScope");
        String word = scope.map(Node::characters).orElse("subscription");
        if (!word.equalsIgnoreCase("subscription") && !word.equalsIgnoreCase("managementGroup")) {
            scope.orElseThrow()
                    .wrong(
                            "There is no target scope '" + word + "'.",
                            "Write 'subscription' or 'managementGroup'.");
        }
        return word.equalsIgnoreCase("managementGroup");
    }

    private static SequencedMap<String, Node> parameters(Node properties) {
        var parameters = new LinkedHashMap<String, Node>();
        for (Node declared : Blueprint.named(properties.object("parameters")).values()) {
            if (declared.isObject("The parameter '" + declared.key() + "'").isEmpty()) {
                continue;
            }
            Optional<Node> type = declared.text("type");
            String word = type.map(Node::characters).orElse("");
            if (!TYPES.contains(word.toLowerCase(Locale.ROOT))) {
                type.orElse(declared)
                        .wrong(
                                "The parameter '" + declared.key() + "' has no type of ARM's.",
                                "Types are string, int, bool, array, object, secureString,"
                                        + " secureObject.");
            }
            parameters.put(declared.key(), declared);
        }
        return parameters;
    }

    private static SequencedMap<String, Group> groups(Node properties) {
        var groups = new LinkedHashMap<String, Group>();
        for (Node group : Blueprint.named(properties.object("resourceGroups")).values()) {
            group.isObject("The resource group '" + group.key() + "'")
                    .ifPresent(
                            node ->
                                    groups.put(
                                            node.key(),
                                            new Group(
                                                    node.key(),
                                                    node,
                                                    node.text("name"),
                                                    node.text("location"),
                                                    node.object("tags"),
                                                    node.texts("dependsOn"))));
        }
        return groups;
    }

    private SequencedMap<String, Artifact> artifacts(SequencedMap<String, Group> groups) {
        var artifacts = new LinkedHashMap<String, Artifact>();
        source.artifacts()
                .forEach(
                        (name, path) ->
                                Document.read(source.shown(path), text(path), findings)
                                        .flatMap(root -> artifact(name, root, groups))
                                        .ifPresent(artifact -> artifacts.put(name, artifact)));
        return artifacts;
    }

    private static Optional<Artifact> artifact(
            String name, Node root, SequencedMap<String, Group> groups) {
        Optional<Node> word = root.text("kind");
        Optional<Kind> kind = word.flatMap(node -> Kind.of(node.characters()));
        if (kind.isEmpty()) {
            word.orElse(root)
                    .wrong(
                            word.map(
                                            node ->
                                                    "The artifact '"
                                                            + name
                                                            + "' is of kind '"
                                                            + node.characters()
                                                            + "', which has no equivalent in a"
                                                            + " template.")
                                    .orElse("The artifact '" + name + "' has no 'kind'."),
                            "Kinds are " + String.join(", ", Kind.words()) + ".");
        }
        Optional<Node> properties = root.object("properties");
        if (properties.isEmpty() && root.member("properties").isEmpty()) {
            root.wrong("The artifact '" + name + "' has no 'properties'.", "");
        }
        return properties.flatMap(
                node -> {
                    Optional<String> group = group(node, groups);
                    List<Node> dependsOn = node.texts("dependsOn");
                    return kind.map(each -> new Artifact(name, each, node, group, dependsOn));
                });
    }

    private static Optional<String> group(Node properties, SequencedMap<String, Group> groups) {
        Optional<Node> named =
                properties.text("resourceGroup").filter(node -> !node.characters().isEmpty());
        Optional<Group> group = named.flatMap(node -> Blueprint.find(groups, node.characters()));
        if (named.isPresent() && group.isEmpty()) {
            named.get()
                    .wrong(
                            "The blueprint has no resource group placeholder '"
                                    + named.get().characters()
                                    + "'.",
                            "Placeholders are declared in blueprint.json, 'resourceGroups'.");
        }
        return group.map(Group::placeholder);
    }
}
