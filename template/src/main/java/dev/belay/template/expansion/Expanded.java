package dev.belay.template.expansion;

import dev.belay.arm.ResourceId;
import dev.belay.template.diagnostic.Diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a template asks for, flat.
 *
 * @param resources the template's own, each behind those that it waits for; a nested deployment is
 *     one entry with its inner {@code Expanded}
 * @param outputs by name, in order
 * @param parameters every parameter of the template by its declared name
 * @param unknownTargets what may be touched besides, nested deployments' not included
 * @param leftOut resources whose condition is false and whose ids are known; nested deployments'
 *     are not in it
 * @param unresolved items of {@code dependsOn} that mean nothing in the template; expansion passes
 *     over them, the service refuses them, see {@link Preflight}
 */
public record Expanded(
        List<ExpandedResource> resources,
        SequencedMap<String, ExpandedOutput> outputs,
        SequencedMap<String, ExpandedParameter> parameters,
        List<UnknownTarget> unknownTargets,
        List<ResourceId> leftOut,
        List<Diagnostic> unresolved) {

    public Expanded {
        resources = List.copyOf(resources);
        outputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(outputs));
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
        unknownTargets = List.copyOf(unknownTargets);
        leftOut = List.copyOf(leftOut);
        unresolved = List.copyOf(unresolved);
    }

    /**
     * What the deployment can write, nested deployments included but without the deployments
     * themselves and without existing resources.
     */
    public List<ExpandedResource> everything() {
        var all = new ArrayList<ExpandedResource>();
        for (ExpandedResource resource : resources) {
            if (resource.nested().isPresent()) {
                resource.nested()
                        .flatMap(NestedDeployment::expanded)
                        .ifPresent(inner -> all.addAll(inner.everything()));
            } else if (!resource.existing()) {
                all.add(resource);
            }
        }
        return List.copyOf(all);
    }

    /** The unknown targets of this template and of all nested deployments. */
    public List<UnknownTarget> everythingUnknown() {
        var all = new ArrayList<>(unknownTargets);
        for (ExpandedResource resource : resources) {
            resource.nested()
                    .flatMap(NestedDeployment::expanded)
                    .ifPresent(inner -> all.addAll(inner.everythingUnknown()));
        }
        return List.copyOf(all);
    }

    /** What conditions left out of this template and of all nested deployments. */
    public List<ResourceId> everythingLeftOut() {
        var all = new ArrayList<>(leftOut);
        for (ExpandedResource resource : resources) {
            resource.nested()
                    .flatMap(NestedDeployment::expanded)
                    .ifPresent(inner -> all.addAll(inner.everythingLeftOut()));
        }
        return List.copyOf(all);
    }
}
