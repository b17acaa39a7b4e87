package dev.belay.template.expansion;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.syntax.Template;

/** Limits of a template's sections. Evidence: engine, family {@code limits}. */
final class DocumentRules {

    private static final int PARAMETERS = 256;
    private static final int VARIABLES = 512;
    private static final int OUTPUTS = 64;

    private DocumentRules() {}

    static void check(TemplateRun run) {
        Template template = run.template();
        limit("template input parameters", template.parameters().size(), PARAMETERS, "parameters");
        limit("template variables", template.variables().size(), VARIABLES, "variables");
        limit("template outputs", template.outputs().size(), OUTPUTS, "outputs");
    }

    private static void limit(String what, int actual, int most, String link) {
        if (actual > most) {
            throw TemplateFault.of(
                    "The number of "
                            + what
                            + " limit exceeded. Limit: '"
                            + most
                            + "' and actual: '"
                            + actual
                            + "'. Please see https://aka.ms/arm-syntax-"
                            + link
                            + " for usage details.");
        }
    }
}
