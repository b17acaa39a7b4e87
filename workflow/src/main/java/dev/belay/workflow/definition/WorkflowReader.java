package dev.belay.workflow.definition;

import dev.belay.workflow.definition.YamlNode.Entry;
import dev.belay.workflow.definition.YamlNode.Mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads a workflow's file and all that it names, and finds everything that is wrong at once. */
public final class WorkflowReader {

    private static final Map<String, FailureStrategy> STRATEGIES = strategies();

    private final FileContext context;
    private final Problems problems;

    private WorkflowReader(FileContext context) {
        this.context = context;
        this.problems = context.problems();
    }

    private static Map<String, FailureStrategy> strategies() {
        var strategies = new LinkedHashMap<String, FailureStrategy>();
        for (FailureStrategy strategy : FailureStrategy.values()) {
            strategies.put(strategy.written(), strategy);
        }
        return strategies;
    }

    /**
     * @param file the file's name, for messages; paths in it are relative to its folder
     * @param text the file's text
     * @param files the files that it names, as seen from its folder
     */
    public static WorkflowReading read(String file, String text, Files files) {
        var problems = new Problems(file);
        Optional<Workflow> workflow =
                new WorkflowReader(FileContext.of(file, "", files, problems)).read(text);
        return problems.count() > 0
                ? new WorkflowReading.Wrong(problems.sorted())
                : new WorkflowReading.Read(workflow.orElseThrow());
    }

    private Optional<Workflow> read(String text) {
        return YamlText.read(context.file(), text, problems)
                .flatMap(root -> Fields.of(root, "workflow", Keys.WORKFLOW, context))
                .flatMap(this::workflow);
    }

    private Optional<Workflow> workflow(Fields fields) {
        Optional<String> name = fields.requiredText("name");
        Optional<String> description = fields.text("description");
        Optional<Target> target =
                fields.find("target").flatMap(node -> new TargetReader(context).read(node, fields));
        SequencedMap<String, Input> inputs =
                fields.find("inputs")
                        .flatMap(node -> fields.mapping("inputs", node))
                        .map(new InputReader(context)::read)
                        .orElseGet(LinkedHashMap::new);
        inputs.values().stream()
                .filter(Input::secret)
                .forEach(input -> context.secretInputs().add(input.name()));
        List<ReadProvisioner> provisioners = provisioners(fields);
        List<ReadPhase> phases = phases(fields);
        new ReferenceRules(inputs, provisioners, phases, problems).check();
        if (problems.count() > 0) {
            return Optional.empty();
        }
        var byName = new LinkedHashMap<String, Provisioner>();
        provisioners.forEach(each -> byName.put(each.name(), each.provisioner().orElseThrow()));
        return Optional.of(
                new Workflow(
                        name.orElseThrow(),
                        description,
                        target,
                        inputs,
                        byName,
                        phases.stream().map(each -> each.phase().orElseThrow()).toList()));
    }

    private List<ReadProvisioner> provisioners(Fields fields) {
        var all = new ArrayList<>(new UsedFiles(context).read(fields));
        fields.find("provisioners")
                .flatMap(node -> fields.mapping("provisioners", node))
                .map(Mapping::entries)
                .orElse(List.of())
                .forEach(entry -> all.add(new ProvisionerReader(context).read(entry)));
        Map<String, Place> seen = new HashMap<>();
        for (ReadProvisioner each : all) {
            refuseTwice("provisioner", each.name(), each.where(), seen);
        }
        return all;
    }

    private List<ReadPhase> phases(Fields fields) {
        var steps = new StepReader(context);
        List<ReadPhase> phases =
                fields.fullList("phases").stream().map(node -> phase(node, steps)).toList();
        Map<String, Place> names = new HashMap<>();
        phases.stream()
                .filter(each -> !each.name().isEmpty())
                .forEach(each -> refuseTwice("phase", each.name(), each.where(), names));
        Map<String, Place> stepNames = new HashMap<>();
        phases.stream()
                .flatMap(ReadPhase::allSteps)
                .forEach(
                        step -> {
                            refuseTwice("step", step.name(), step.where(), stepNames);
                            if (!step.id().equals(step.name())) {
                                refuseTwice("step", step.id(), step.where(), stepNames);
                            }
                        });
        return phases;
    }

    private ReadPhase phase(YamlNode node, StepReader reader) {
        Optional<Fields> fields = Fields.of(node, "phase", Keys.PHASE, context);
        Optional<String> name = fields.flatMap(each -> each.requiredText("name"));
        int uses = context.uses().size();
        Optional<Templated> when = fields.flatMap(each -> each.condition("when"));
        List<FileContext.Use> own = context.usesSince(uses);
        FailureStrategy onFailure =
                fields.flatMap(each -> each.choice("onFailure", STRATEGIES))
                        .orElse(FailureStrategy.ROLLBACK);
        List<ReadStep> steps =
                fields.map(each -> each.fullList("steps")).orElse(List.of()).stream()
                        .map(item -> reader.read(item, false))
                        .toList();
        List<Step> whole = steps.stream().flatMap(each -> each.step().stream()).toList();
        Optional<Phase> phase =
                name.map(given -> new Phase(given, when, onFailure, whole, node.where()));
        return new ReadPhase(name.orElse(""), node.where(), phase, steps, own);
    }

    private void refuseTwice(String what, String name, Place where, Map<String, Place> seen) {
        Place first = seen.putIfAbsent(name, where);
        if (first != null) {
            problems.add(
                    where,
                    "There is a second " + what + " '" + name + "'.",
                    "The first one stands at " + first + "; names are unique in a workflow.");
        }
    }

    /** For the entries of a used file. */
    static List<ReadProvisioner> provisioners(Mapping mapping, FileContext context) {
        return mapping.entries().stream()
                .map((Entry entry) -> new ProvisionerReader(context).read(entry))
                .toList();
    }
}
