package dev.belay.template.expansion;

import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.syntax.Template;

import java.util.List;

/**
 * What only the service checks before it starts a deployment, and Microsoft's engine does not:
 * resources defined twice, dependencies on what is not there, cycles, limits.
 */
public final class Preflight {

    private Preflight() {}

    /** Empty if the service would start; the first is the one that ARM reports. */
    public static List<Diagnostic> check(Template template, Expanded expanded) {
        throw new IllegalStateException("not built yet");
    }
}
