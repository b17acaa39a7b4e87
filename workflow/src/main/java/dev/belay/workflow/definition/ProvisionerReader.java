package dev.belay.workflow.definition;

import dev.belay.transaction.journal.RecordedRequest.Mode;
import dev.belay.transaction.journal.RecordedRequest.Strategy;
import dev.belay.workflow.definition.YamlNode.Entry;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one of {@code provisioners}. */
record ProvisionerReader(FileContext context) {

    private static final Map<String, Mode> MODES = modes();
    private static final Map<String, Strategy> STRATEGIES = strategies();

    private static Map<String, Mode> modes() {
        var modes = new LinkedHashMap<String, Mode>();
        for (Mode mode : Mode.values()) {
            modes.put(mode.word(), mode);
        }
        return modes;
    }

    private static Map<String, Strategy> strategies() {
        var strategies = new LinkedHashMap<String, Strategy>();
        strategies.put("surgical", Strategy.SURGICAL);
        strategies.put("complete", Strategy.COMPLETE);
        return strategies;
    }

    /** What is deployed, and what is known of it. */
    private record Deployed(Content content, Optional<TemplateFacts> facts) {}

    ReadProvisioner read(Entry entry) {
        Names.check("name of a provisioner", entry.key(), entry.where(), context.problems());
        int uses = context.uses().size();
        Optional<Fields> fields =
                Fields.of(
                        entry.value(),
                        "provisioner '" + entry.key() + "'",
                        Keys.PROVISIONER,
                        context);
        Optional<Deployed> deployed = fields.flatMap(this::deployed);
        Optional<TemplateFacts> facts = deployed.flatMap(Deployed::facts);
        Optional<Provisioner> whole =
                fields.flatMap(each -> whole(entry, each, deployed.map(Deployed::content), facts));
        return new ReadProvisioner(
                entry.key(),
                entry.where(),
                whole,
                facts,
                fields.filter(each -> each.has("blueprint")).isPresent(),
                context.usesSince(uses));
    }

    private Optional<Deployed> deployed(Fields fields) {
        boolean blueprint = fields.has("blueprint");
        if (blueprint == fields.has("template")) {
            context.problems()
                    .add(
                            fields.where(),
                            "The "
                                    + fields.what()
                                    + (blueprint
                                            ? " has both a template and a blueprint."
                                            : " has neither a template nor a blueprint."),
                            "Give it one 'template' or one 'blueprint'.");
            return Optional.empty();
        }
        return blueprint
                ? fields.find("blueprint")
                        .flatMap(node -> Fields.of(node, "blueprint", Keys.BLUEPRINT, context))
                        .flatMap(this::blueprint)
                : fields.find("template")
                        .flatMap(node -> new TemplateSourceReader(context).read(node, fields))
                        .map(
                                found ->
                                        new Deployed(
                                                new Content.FromTemplate(found.source()),
                                                found.facts()));
    }

    private Optional<Deployed> blueprint(Fields fields) {
        Optional<YamlNode> folder = fields.require("folder");
        Optional<String> path =
                folder.flatMap(node -> fields.plainText("folder", node)).map(context::resolve);
        path.ifPresent(
                name ->
                        context.text(
                                FilePaths.resolve(name, "blueprint.json"),
                                folder.orElseThrow().where(),
                                "blueprint"));
        path.ifPresent(this::readArtifacts);
        Optional<YamlNode> assignment = fields.find("assignment");
        Optional<String> assigned =
                assignment
                        .flatMap(node -> fields.plainText("assignment", node))
                        .map(context::resolve);
        assigned.ifPresent(
                name -> context.text(name, assignment.orElseThrow().where(), "assignment"));
        return path.map(
                name -> new Deployed(new Content.FromBlueprint(name, assigned), Optional.empty()));
    }

    /**
     * So that a run keeps them as they are now; what is wrong with them is told when they are used.
     */
    private void readArtifacts(String folder) {
        context.files().below(folder).stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("artifact"))
                .forEach(name -> context.files().read(FilePaths.resolve(folder, name)));
    }

    private Optional<Provisioner> whole(
            Entry entry, Fields fields, Optional<Content> content, Optional<TemplateFacts> facts) {
        Optional<ScopeText> scope = fields.require("scope").flatMap(new ScopeReader(context)::read);
        Mode mode = fields.choice("mode", MODES).orElse(Mode.INCREMENTAL);
        Strategy strategy = fields.choice("strategy", STRATEGIES).orElse(Strategy.SURGICAL);
        scope.ifPresent(where -> checkGroupOnly(fields, where, mode, strategy));
        boolean acceptDeletions = fields.flag("acceptDeletions");
        boolean liftLocks = fields.flag("liftLocks");
        Optional<Templated> deploymentName = fields.templatedText("deploymentName");
        Optional<YamlNode> parameters = fields.find("parameters");
        Place blamed = parameters.map(YamlNode::where).orElse(entry.where());
        var sources = new ParameterReader(context, facts).read(parameters, blamed);
        return content.flatMap(
                deployed ->
                        scope.map(
                                where ->
                                        new Provisioner(
                                                entry.key(),
                                                deployed,
                                                where,
                                                mode,
                                                strategy,
                                                acceptDeletions,
                                                liftLocks,
                                                deploymentName,
                                                sources,
                                                entry.where())));
    }

    private void checkGroupOnly(Fields fields, ScopeText scope, Mode mode, Strategy strategy) {
        if (scope instanceof ScopeText.OfGroup) {
            return;
        }
        if (mode == Mode.COMPLETE) {
            groupOnly(fields, "mode", "'mode: Complete' works on resource groups only.");
        }
        if (strategy == Strategy.COMPLETE) {
            groupOnly(fields, "strategy", "'strategy: complete' works on resource groups only.");
        }
    }

    private void groupOnly(Fields fields, String key, String message) {
        context.problems()
                .add(
                        fields.find(key).map(YamlNode::where).orElse(fields.where()),
                        message,
                        "Remove '" + key + "' or deploy to a resource group.");
    }
}
