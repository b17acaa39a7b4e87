package dev.belay.template.expansion;

import dev.belay.arm.ResourceId;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.evaluation.Evaluator;
import dev.belay.template.value.RuntimeRead;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The reads on which the name, scope or condition of a nested deployment's resource hangs, and that
 * can be made now, because the deployment does not write what they read.
 */
final class Wanted {

    private Wanted() {}

    static Set<RuntimeRead> reads(TemplateResult root, Expanded expanded) {
        Set<ResourceId> written = new HashSet<>();
        written(expanded, written);
        Set<RuntimeRead> wanted = new LinkedHashSet<>();
        collect(root, wanted);
        wanted.removeIf(read -> path(read).filter(written::contains).isPresent());
        return wanted;
    }

    private static void written(Expanded expanded, Set<ResourceId> ids) {
        for (ExpandedResource resource : expanded.resources()) {
            if (!resource.existing()) {
                ids.add(resource.id());
            }
            resource.nested()
                    .flatMap(NestedDeployment::expanded)
                    .ifPresent(inner -> written(inner, ids));
        }
    }

    private static void collect(TemplateResult result, Set<RuntimeRead> wanted) {
        for (Instance instance : result.instances()) {
            List<Value> deciding = new ArrayList<>();
            deciding.add(instance.identity().id());
            deciding.add(instance.condition());
            for (Value value : deciding) {
                if (!value.isFinished()) {
                    wanted.addAll(asked(result.run(), value));
                }
            }
            if (instance.isDeployment() && instance.shown()) {
                result.run()
                        .nested()
                        .of(instance)
                        .result()
                        .ifPresent(inner -> collect(inner, wanted));
            }
        }
    }

    private static Set<RuntimeRead> asked(TemplateRun run, Value value) {
        var asking = new Shared(false, Answers.none());
        try {
            Value unused = Evaluator.finish(value, new FinishPlace(run.scope(), asking, false));
            return unused.isFinished() ? Set.of() : asking.reads();
        } catch (TemplateFault _) {
            return Set.of();
        }
    }

    private static Optional<ResourceId> path(RuntimeRead read) {
        return ResourceId.parse(
                switch (read) {
                    case RuntimeRead.Get(String path, _, _) -> path;
                    case RuntimeRead.ListAction(String path, _, _, _) -> path;
                });
    }
}
