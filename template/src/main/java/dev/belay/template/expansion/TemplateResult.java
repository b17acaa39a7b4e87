package dev.belay.template.expansion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * An expanded template.
 *
 * @param instances in the order of their dependencies; those whose condition is false included
 */
record TemplateResult(
        TemplateRun run,
        Dependencies dependencies,
        List<Instance> instances,
        SequencedMap<String, ExpandedOutput> outputs) {

    TemplateResult {
        instances = List.copyOf(instances);
        outputs = new LinkedHashMap<>(outputs);
    }
}
