package dev.belay.workflow.definition;

import dev.belay.workflow.definition.ReadStep.Named;
import dev.belay.workflow.definition.YamlNode.Scalar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the steps of all phases in order. */
final class StepReader {

    private final FileContext context;
    private final Map<String, Integer> counts = new HashMap<>();

    StepReader(FileContext context) {
        this.context = context;
    }

    /**
     * @param parallel whether it stands inside a parallel step
     */
    ReadStep read(YamlNode node, boolean parallel) {
        List<String> acts =
                node instanceof YamlNode.Mapping mapping
                        ? Keys.ACT_NAMES.stream()
                                .filter(act -> mapping.find(act).isPresent())
                                .toList()
                        : List.of();
        String act = acts.size() == 1 ? acts.getFirst() : "";
        List<String> keys = act.isEmpty() ? everyKey() : Keys.step(act);
        String what = act.isEmpty() ? "step" : act + " step";
        Optional<Fields> fields = Fields.of(node, what, keys, context);
        if (fields.isPresent() && act.isEmpty()) {
            refuseActs(fields.get(), acts);
        }
        if (parallel && act.equals("parallel")) {
            context.problems()
                    .add(
                            node.where(),
                            "A parallel step cannot hold another one.",
                            "Put all its steps into one list.");
        }
        return read(node, act, fields);
    }

    private static List<String> everyKey() {
        return Keys.ACT_NAMES.stream().flatMap(act -> Keys.step(act).stream()).distinct().toList();
    }

    private void refuseActs(Fields fields, List<String> acts) {
        String known = "A step has exactly one of " + String.join(", ", Keys.ACT_NAMES) + ".";
        context.problems()
                .add(
                        fields.where(),
                        acts.isEmpty()
                                ? "This step does nothing."
                                : "This step does several things: " + String.join(", ", acts) + ".",
                        known);
    }

    private ReadStep read(YamlNode node, String act, Optional<Fields> fields) {
        String name = fields.flatMap(each -> each.text("name")).orElseGet(() -> madeName(act));
        Optional<String> id = fields.flatMap(each -> each.text("id"));
        id.ifPresent(
                given ->
                        Names.check(
                                "id of a step",
                                given,
                                fields.flatMap(each -> each.find("id")).orElse(node).where(),
                                context.problems()));
        int uses = context.uses().size();
        Optional<Templated> when = fields.flatMap(each -> each.condition("when"));
        Optional<StepAct> simple =
                fields.filter(_ -> !act.isEmpty())
                        .flatMap(each -> new ActReader(context, each).read(act));
        List<FileContext.Use> own = context.usesSince(uses);
        List<ReadStep> inner = act.equals("parallel") ? inner(fields.orElseThrow()) : List.of();
        Optional<StepAct> whole = act.equals("parallel") ? together(inner) : simple;
        Manner manner = fields.map(this::manner).orElse(Manner.PLAIN);
        Optional<Step> step =
                whole.map(does -> manner.step(name, id.orElse(name), does, when, node.where()));
        return new ReadStep(
                name,
                id.orElse(name),
                node.where(),
                act,
                provisioner(act, fields),
                step,
                inner,
                own);
    }

    private String madeName(String act) {
        String kind = act.isEmpty() ? "step" : act;
        return kind + " " + counts.merge(kind, 1, Integer::sum);
    }

    private List<ReadStep> inner(Fields fields) {
        var steps = new ArrayList<ReadStep>();
        fields.fullList("parallel").forEach(item -> steps.add(read(item, true)));
        return steps;
    }

    private static Optional<StepAct> together(List<ReadStep> inner) {
        List<Step> steps = inner.stream().flatMap(each -> each.step().stream()).toList();
        return steps.isEmpty() || steps.size() < inner.size()
                ? Optional.empty()
                : Optional.of(new StepAct.Parallel(steps));
    }

    /** How a step is run, whatever it does. */
    private record Manner(Optional<Duration> timeout, Retry retry, boolean rerunnable) {

        static final Manner PLAIN = new Manner(Optional.empty(), Retry.NONE, false);

        Step step(String name, String id, StepAct act, Optional<Templated> when, Place where) {
            return new Step(name, id, act, when, timeout, retry, rerunnable, where);
        }
    }

    private Manner manner(Fields fields) {
        List<String> keys = Keys.step(actOf(fields));
        return new Manner(
                keys.contains("timeout") ? fields.duration("timeout") : Optional.empty(),
                keys.contains("retry") ? new ActReader(context, fields).retry() : Retry.NONE,
                keys.contains("rerunnable") && fields.flag("rerunnable"));
    }

    private static String actOf(Fields fields) {
        return Keys.ACT_NAMES.stream().filter(fields::has).findFirst().orElse("");
    }

    private static Optional<Named> provisioner(String act, Optional<Fields> fields) {
        if (!act.equals("arm") && !act.equals("blueprint")) {
            return Optional.empty();
        }
        return fields.flatMap(each -> each.mapping().find(act))
                .map(YamlNode.Entry::value)
                .flatMap(
                        node ->
                                node instanceof Scalar scalar
                                        ? scalar.text()
                                                .filter(TextPart::isPlain)
                                                .map(name -> new Named(name, node.where()))
                                        : Optional.empty());
    }
}
