package dev.belay.workflow.definition;

import dev.belay.template.ordering.Cycles;
import dev.belay.workflow.definition.FileContext.Use;
import dev.belay.workflow.definition.ReadStep.Named;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that what steps and provisioners name exists, and that it is there by the time it is
 * needed.
 */
final class ReferenceRules {

    private final Map<String, Input> inputs;
    private final Map<String, ReadProvisioner> provisioners;
    private final List<ReadPhase> phases;
    private final Problems problems;
    private final Set<String> circle = new HashSet<>();

    /** The steps that have ended by now, and the provisioners that they have deployed. */
    private final Set<ReadStep> ended = new LinkedHashSet<>();

    private final Set<String> deployed = new HashSet<>();

    ReferenceRules(
            Map<String, Input> inputs,
            List<ReadProvisioner> provisioners,
            List<ReadPhase> phases,
            Problems problems) {
        this.inputs = inputs;
        this.provisioners = new LinkedHashMap<>();
        provisioners.forEach(each -> this.provisioners.putIfAbsent(each.name(), each));
        this.phases = phases;
        this.problems = problems;
    }

    void check() {
        refuseCircle();
        for (ReadProvisioner provisioner : provisioners.values()) {
            provisioner.uses().forEach(this::checkExistence);
        }
        for (ReadPhase phase : phases) {
            phase.uses().forEach(use -> check(use, "this phase"));
            phase.steps().forEach(this::check);
        }
    }

    private void refuseCircle() {
        Optional<List<String>> found = Cycles.first(provisioners.keySet(), this::needs);
        if (found.isEmpty()) {
            return;
        }
        List<String> names = found.get();
        circle.addAll(names);
        problems.add(
                provisioner(names.getFirst()).orElseThrow().where(),
                names.size() == 1
                        ? "The provisioner '" + names.getFirst() + "' takes an output of itself."
                        : "Provisioners take outputs of each other in a circle: '"
                                + String.join("' -> '", names)
                                + "' -> '"
                                + names.getFirst()
                                + "'.",
                "One of them must be deployed first; take one of the references out.");
    }

    private Optional<ReadProvisioner> provisioner(String name) {
        return Optional.ofNullable(provisioners.get(name));
    }

    private List<String> needs(String name) {
        return provisioner(name).map(ReadProvisioner::uses).orElse(List.of()).stream()
                .flatMap(
                        use ->
                                use.reference() instanceof Reference.ToProvisioner(var other, _)
                                        ? Optional.of(other).stream()
                                        : Optional.<String>empty().stream())
                .filter(provisioners::containsKey)
                .toList();
    }

    private void check(ReadStep step) {
        step.uses().forEach(use -> check(use, "'" + step.name() + "'"));
        step.provisioner().ifPresent(named -> checkProvisioner(step, named));
        step.inner().forEach(this::checkInner);
        step.inner().forEach(this::end);
        refuseTwice(step.inner());
        end(step);
    }

    private void checkInner(ReadStep step) {
        step.uses().forEach(use -> check(use, "'" + step.name() + "'"));
        step.provisioner().ifPresent(named -> checkProvisioner(step, named));
    }

    private void end(ReadStep step) {
        ended.add(step);
        step.provisioner().ifPresent(named -> deployed.add(named.name()));
    }

    private void refuseTwice(List<ReadStep> parallel) {
        var seen = new HashSet<String>();
        for (ReadStep step : parallel) {
            if (step.provisioner().isPresent() && !seen.add(step.provisioner().get().name())) {
                Named named = step.provisioner().get();
                problems.add(
                        named.where(),
                        "'" + named.name() + "' is deployed twice at the same time.",
                        "Put one of the steps after the parallel one.");
            }
        }
    }

    private void checkProvisioner(ReadStep step, Named named) {
        ReadProvisioner provisioner = provisioners.get(named.name());
        if (provisioner == null) {
            problems.add(
                    named.where(),
                    "There is no provisioner '" + named.name() + "'.",
                    Nearest.hint(
                            named.name(), provisioners.keySet(), listed(provisioners.keySet())));
            return;
        }
        if (provisioner.blueprint() != step.act().equals("blueprint")) {
            problems.add(
                    named.where(),
                    provisioner.blueprint()
                            ? "'" + named.name() + "' deploys a blueprint."
                            : "'" + named.name() + "' deploys a template.",
                    provisioner.blueprint() ? "Write 'blueprint' here." : "Write 'arm' here.");
        }
        if (!circle.contains(named.name())) {
            provisioner.uses().stream()
                    .filter(use -> exists(use.reference()))
                    .forEach(use -> checkOrder(use, "'" + step.name() + "'"));
        }
    }

    private void check(Use use, String before) {
        if (checkExistence(use)) {
            checkOrder(use, before);
        }
    }

    /** Whether what is named exists; a problem if not. */
    private boolean checkExistence(Use use) {
        switch (use.reference()) {
            case Reference.ToInput(var name) -> missing(use, "input", name, inputs.keySet());
            case Reference.ToProvisioner(var name, var output) -> {
                missing(use, "provisioner", name, provisioners.keySet());
                output.ifPresent(given -> checkOutput(use, name, given));
            }
            case Reference.ToStep(var name, var output) -> {
                missing(use, "step", name, stepNames());
                step(name).ifPresent(step -> checkOutput(use, step, output));
            }
            case Reference.ToRun _ -> {}
        }
        return exists(use.reference());
    }

    private void missing(Use use, String what, String name, Set<String> names) {
        if (!names.contains(name)) {
            problems.add(
                    use.place(),
                    "There is no " + what + " '" + name + "'.",
                    Nearest.hint(name, names, listed(names)));
        }
    }

    private boolean exists(Reference reference) {
        return switch (reference) {
            case Reference.ToInput(var name) -> inputs.containsKey(name);
            case Reference.ToProvisioner(var name, _) -> provisioners.containsKey(name);
            case Reference.ToStep(var name, _) -> step(name).isPresent();
            case Reference.ToRun _ -> true;
        };
    }

    private void checkOutput(Use use, ReadStep step, Optional<String> output) {
        if (output.isEmpty()) {
            return;
        }
        if (step.provisioner().isPresent()) {
            checkOutput(use, step.provisioner().get().name(), output.get());
        } else if (List.of("wait", "parallel").contains(step.act())) {
            problems.add(
                    use.place(),
                    "The step '" + step.name() + "' has no outputs.",
                    "Outputs have steps that deploy, run a shell or ask an address.");
        }
    }

    private void checkOutput(Use use, String provisioner, String output) {
        Optional<Set<String>> outputs =
                provisioner(provisioner)
                        .flatMap(ReadProvisioner::facts)
                        .map(TemplateFacts::outputs);
        if (outputs.isPresent() && outputs.get().stream().noneMatch(output::equalsIgnoreCase)) {
            problems.add(
                    use.place(),
                    "The template of '" + provisioner + "' has no output '" + output + "'.",
                    Nearest.hint(output, outputs.get(), listed(outputs.get())));
        }
    }

    private void checkOrder(Use use, String before) {
        switch (use.reference()) {
            case Reference.ToProvisioner(var name, _) when !deployed.contains(name) ->
                    problems.add(
                            use.place(),
                            "No step before " + before + " deploys '" + name + "'.",
                            "Deploy it in an earlier step.");
            case Reference.ToStep(var name, _)
                    when ended.stream().noneMatch(step -> step.isNamed(name)) ->
                    problems.add(
                            use.place(),
                            "The step '" + name + "' has not ended before " + before + ".",
                            "Take values of earlier steps only; steps beside each other in a"
                                    + " parallel step run at the same time.");
            default -> {}
        }
    }

    private Set<String> stepNames() {
        var names = new LinkedHashSet<String>();
        phases.stream()
                .flatMap(ReadPhase::allSteps)
                .forEach(
                        step -> {
                            names.add(step.id());
                            names.add(step.name());
                        });
        return names;
    }

    private Optional<ReadStep> step(String nameOrId) {
        return phases.stream()
                .flatMap(ReadPhase::allSteps)
                .filter(step -> step.isNamed(nameOrId))
                .findFirst();
    }

    private static String listed(Set<String> names) {
        return names.isEmpty() ? "There is none." : "Known: " + String.join(", ", names) + ".";
    }
}
