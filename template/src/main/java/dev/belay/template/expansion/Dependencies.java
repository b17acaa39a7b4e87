package dev.belay.template.expansion;

import dev.belay.arm.ResourceId;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.ordering.Walk;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Which resources of a template wait for which. */
final class Dependencies {

    private final TemplateRun run;
    private final Map<Instance, Set<Instance>> needs = new HashMap<>();

    Dependencies(TemplateRun run) {
        this.run = run;
    }

    /** Each behind those it needs, in the order in which ARM's engine shows them. */
    List<Instance> ordered(List<Instance> instances) {
        return Walk.order(instances, this::of);
    }

    /** What an instance needs: what its {@code properties} read, then its {@code dependsOn}. */
    Set<Instance> of(Instance instance) {
        Set<Instance> known = needs.get(instance);
        if (known == null) {
            known = found(instance);
            needs.put(instance, known);
        }
        return known;
    }

    /**
     * All instances of the batch before this one's, for a loop of mode {@code serial}: a batch
     * waits for the whole one before it (documented).
     */
    List<Instance> earlierBatch(Instance instance, List<Instance> all) {
        Optional<Instance.Loop> loop = instance.loop().filter(Instance.Loop::serial);
        if (loop.isEmpty()) {
            return List.of();
        }
        long size = Math.max(1, loop.get().batchSize());
        long batch = loop.get().index() / size;
        return run.registry().loop(loop.get().name()).orElse(all).stream()
                .filter(other -> other.pointer().equals(instance.pointer()))
                .filter(other -> other.loop().orElseThrow().index() / size == batch - 1)
                .toList();
    }

    /** Items of {@code dependsOn} that mean nothing in the template, or the resource itself. */
    List<Diagnostic> unresolved(List<Instance> instances) {
        List<Diagnostic> found = new ArrayList<>();
        for (Instance instance : instances) {
            for (String item : ResourceExpansion.dependsOn(instance)) {
                if (!run.registry().knows(item)) {
                    found.add(undefined(instance, item));
                } else if (run.registry().all(item).contains(instance)
                        && instance.loop().isEmpty()) {
                    found.add(onItself(instance));
                }
            }
        }
        return found;
    }

    private Diagnostic undefined(Instance instance, String item) {
        String shown =
                ResourceId.parse(item).map(id -> id.type() + "/" + id.fullName()).orElse(item);
        return Wrapping.of(
                        "The resource '"
                                + shown
                                + "' is not defined in the template. Please see"
                                + " https://aka.ms/arm-syntax for usage details.",
                        run.template().source(),
                        instance.pointer())
                .diagnostic()
                .hinting("Only resources of the same template can be waited for.");
    }

    private Diagnostic onItself(Instance instance) {
        return Wrapping.of(
                        "Circular dependency detected on resource: '"
                                + Target.text(instance.identity().id()).orElse("")
                                + "'. Please see https://aka.ms/arm-syntax-resources for usage"
                                + " details.",
                        run.template().source(),
                        instance.pointer())
                .diagnostic()
                .hinting("A resource must not wait for itself.");
    }

    private Set<Instance> found(Instance instance) {
        Set<Instance> found = new LinkedHashSet<>();
        if (!instance.absent()) {
            Value properties =
                    instance.body()
                            .asMembers()
                            .map(members -> members.get("properties"))
                            .orElse(Value.nullValue());
            found.addAll(instance.reads());
            each(properties, call -> read(call).ifPresent(found::add));
        }
        try {
            for (String item : ResourceExpansion.dependsOn(instance)) {
                found.addAll(run.registry().all(item));
            }
        } catch (TemplateFault fault) {
            throw Wrapping.resource(
                    instance.evaluatedName(), run.template().source(), instance.pointer(), fault);
        }
        found.remove(instance);
        return found;
    }

    /** The resource of this template that a residual {@code reference} or {@code list*} reads. */
    private Optional<Instance> read(Call call) {
        String name = call.name().toLowerCase(Locale.ROOT);
        boolean reads = name.equals("reference") || name.startsWith("list");
        return reads
                        && !call.arguments().isEmpty()
                        && call.arguments().getFirst() instanceof StringLiteral(var id)
                ? run.registry().one(id)
                : Optional.empty();
    }

    /** Every call in what a value leaves to the deployment. */
    static void each(Value value, Consumer<Call> visitor) {
        List<Value> open = new ArrayList<>();
        open.add(value);
        while (!open.isEmpty()) {
            switch (open.removeLast()) {
                case Value.Known _ -> {}
                case Value.Deferred(Expression expression) -> expression.eachCall(visitor);
                case Value.Secure(Value secret) -> open.add(secret);
                case Value.ArrayOf(List<Value> items) -> open.addAll(items.reversed());
                case Value.ObjectOf(var members) ->
                        open.addAll(new ArrayList<>(members.sequencedValues().reversed()));
            }
        }
    }
}
