package dev.belay.template.expansion;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what was expanded as the flat resources that a deployment works through. */
final class ExpandedWriter {

    private final TemplateResult result;
    private final Dependencies dependencies;
    private final List<ExpandedResource> resources = new ArrayList<>();
    private final Set<UnknownTarget> unknown = new LinkedHashSet<>();

    private ExpandedWriter(TemplateResult result) {
        this.result = result;
        this.dependencies = result.dependencies();
    }

    static Expanded write(TemplateResult result) {
        return new ExpandedWriter(result).written();
    }

    private Expanded written() {
        for (Instance instance : result.instances()) {
            if (!instance.absent()) {
                add(instance);
            }
        }
        return new Expanded(
                resources,
                result.outputs(),
                result.run().parameters().all(),
                List.copyOf(unknown),
                leftOut(),
                dependencies.unresolved(result.instances()));
    }

    private List<ResourceId> leftOut() {
        return result.instances().stream()
                .filter(Instance::absent)
                .flatMap(instance -> instance.identity().resourceId().stream())
                .toList();
    }

    private void add(Instance instance) {
        Optional<ResourceId> id = instance.identity().resourceId();
        if (id.isEmpty()) {
            ResourceType.parse(instance.identity().type())
                    .ifPresent(type -> unknown.add(new UnknownTarget(type, scope())));
            return;
        }
        resources.add(
                new ExpandedResource(
                        id.get(),
                        Target.text(instance.apiVersion()).orElse(""),
                        instance.declaration().symbolicName(),
                        instance.openCondition().filter(value -> !value.isFinished()),
                        instance.body(),
                        waitsFor(instance),
                        instance.existing(),
                        instance.isDeployment() && !instance.existing()
                                ? Optional.of(nested(instance))
                                : Optional.empty(),
                        result.run().template().source().at(instance.pointer())));
    }

    /** Direct needs; a resource that is not part of the deployment is left out (documented). */
    private List<ResourceId> waitsFor(Instance instance) {
        Set<ResourceId> ids = new LinkedHashSet<>();
        Set<Instance> needs = new LinkedHashSet<>(dependencies.of(instance));
        needs.addAll(dependencies.earlierBatch(instance, result.instances()));
        for (Instance need : needs) {
            if (!need.absent()) {
                need.identity().resourceId().ifPresent(ids::add);
            }
        }
        return List.copyOf(ids);
    }

    private Scope scope() {
        return result.run().target().scope().orElse(result.run().context().scope());
    }

    private NestedDeployment nested(Instance instance) {
        NestedExpansion.Nested nested = result.run().nested().of(instance);
        Value parameters = nested.parameters();
        return new NestedDeployment(
                nested.context().scope(),
                nested.context(),
                nested.inner(),
                nested.template(),
                nested.link(),
                parameters,
                nested.result().map(ExpandedWriter::write));
    }
}
