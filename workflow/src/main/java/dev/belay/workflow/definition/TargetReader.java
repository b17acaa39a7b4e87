package dev.belay.workflow.definition;

import dev.belay.workflow.definition.YamlNode.Mapping;

import java.util.Optional;

/** Reads {@code target}. */
record TargetReader(FileContext context) {

    private static final String HINT =
            "Write azure, http(s)://host:port or {embedded: {world: world.json}}.";

    Optional<Target> read(YamlNode node, Fields workflow) {
        if (node instanceof Mapping) {
            return Fields.of(node, "target", Keys.EMBEDDED_TARGET, context)
                    .flatMap(fields -> fields.require("embedded"))
                    .flatMap(
                            embedded -> Fields.of(embedded, "embedded ARM", Keys.EMBEDDED, context))
                    .flatMap(this::embedded);
        }
        Optional<String> text = workflow.plainText("target", node);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.get().equals("azure")) {
            return Optional.of(new Target.Azure());
        }
        Optional<Target> url = Addresses.web(text.get()).map(Target.Url::new);
        if (url.isEmpty()) {
            context.problems().add(node.where(), "'" + text.get() + "' is no target.", HINT);
        }
        return url;
    }

    private Optional<Target> embedded(Fields fields) {
        Optional<YamlNode> world = fields.require("world");
        Optional<String> path =
                world.flatMap(node -> fields.plainText("world", node)).map(context::resolve);
        path.ifPresent(file -> context.text(file, world.orElseThrow().where(), "world file"));
        return path.map(Target.Embedded::new);
    }
}
