package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.template.value.Environment;
import dev.belay.template.value.NewValues;
import dev.belay.template.value.ResourceTarget;
import dev.belay.template.value.RuntimePort;
import dev.belay.template.value.ScopeContext;
import dev.belay.template.value.UserFunction;
import dev.belay.template.value.Value;

import java.util.List;
import java.util.Optional;

/**
 * A place in a template that is being expanded, and what an expression sees there.
 *
 * @param run the template
 * @param loops the running copy loops
 * @param allowsRuntime whether {@code reference} and its kin may stand here
 * @param newValues what {@code newGuid()} and {@code utcNow()} do here
 * @param reader the resource whose {@code properties} these are: what it reads is noted, and names
 *     of the same template become ids; outputs read without being a resource
 * @param resolving whether names of the same template become ids here
 */
record Place(
        TemplateRun run,
        Loops loops,
        boolean allowsRuntime,
        NewValues newValues,
        Optional<Instance> reader,
        boolean resolving)
        implements Environment {

    static Place of(TemplateRun run) {
        return new Place(run, Loops.NONE, false, new NewValues.Refused(), Optional.empty(), false);
    }

    Place in(String loop, long index, boolean unnamed) {
        return new Place(
                run, loops.with(loop, index, unnamed), allowsRuntime, newValues, reader, resolving);
    }

    /** Runtime functions may stand here, but names stay names. */
    Place lenient() {
        return new Place(run, loops, true, newValues, reader, false);
    }

    Place readBy(Instance instance) {
        return new Place(run, loops, true, newValues, Optional.of(instance), true);
    }

    Place resolvingNames() {
        return new Place(run, loops, true, newValues, reader, true);
    }

    Place making(NewValues values) {
        return new Place(run, loops, allowsRuntime, values, reader, resolving);
    }

    @Override
    public Value parameter(String name) {
        return run.parameters().value(name);
    }

    @Override
    public Value variable(String name) {
        return run.variables().value(name);
    }

    @Override
    public Optional<UserFunction> userFunction(String qualifiedName) {
        return run.functions().find(qualifiedName);
    }

    @Override
    public long copyIndex(Optional<String> loop) {
        return loops.index(loop);
    }

    @Override
    public ScopeContext scope() {
        return run.scope();
    }

    @Override
    public boolean symbolicNames() {
        return run.template().languageVersion().isPresent();
    }

    @Override
    public Optional<ResourceTarget> resolve(String reference) {
        if (!resolving) {
            return Optional.empty();
        }
        Optional<Instance> found = run.registry().one(reference);
        found.ifPresent(this::note);
        return found.map(Instance::target);
    }

    @Override
    public Optional<List<ResourceTarget>> resolveLoop(String loop) {
        if (!resolving) {
            return Optional.empty();
        }
        Optional<List<Instance>> found = run.registry().loop(loop);
        found.ifPresent(all -> all.forEach(this::note));
        return found.map(
                all ->
                        all.stream()
                                .filter(instance -> !instance.absent())
                                .map(Instance::target)
                                .toList());
    }

    @Override
    public Optional<Value> nestedDeployment(String reference) {
        if (!resolving) {
            return Optional.empty();
        }
        Optional<Instance> found = run.registry().one(reference).filter(Instance::isDeployment);
        found.ifPresent(this::note);
        return found.flatMap(run.nested()::answer);
    }

    @Override
    public RuntimePort port() {
        return run.shared().port();
    }

    @Override
    public Optional<Json> extension(String alias) {
        return Optional.empty();
    }

    private void note(Instance target) {
        reader.ifPresent(instance -> instance.notes(target));
    }
}
