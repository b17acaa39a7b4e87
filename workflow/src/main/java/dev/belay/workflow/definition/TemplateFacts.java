package dev.belay.workflow.definition;

import dev.belay.json.Json;
import dev.belay.json.JsonBoolean;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.Template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a provisioner's template before the run.
 *
 * @param outputs the names of its outputs
 * @param parameters the names of its parameters
 * @param required those of them that must be given
 * @param open those of them that are plainly no secrets: what they get stands in ARM's records
 */
record TemplateFacts(
        Set<String> outputs, Set<String> parameters, Set<String> required, Set<String> open) {

    TemplateFacts {
        outputs = new LinkedHashSet<>(outputs);
        parameters = new LinkedHashSet<>(parameters);
        required = new LinkedHashSet<>(required);
        open = new LinkedHashSet<>(open);
    }

    /**
     * The facts of a template that was read; nothing, and a problem each, where it is wrong.
     *
     * @param file the template's file, where places in it are known
     * @param where the template as the workflow names it
     */
    static Optional<TemplateFacts> of(
            Reading reading, Optional<String> file, Place where, Problems problems) {
        return switch (reading) {
            case Reading.Read(var template) -> Optional.of(of(template));
            case Reading.Refused(var diagnostics) -> {
                report(diagnostics, file, where, problems);
                yield Optional.empty();
            }
        };
    }

    static void report(
            List<Diagnostic> diagnostics, Optional<String> file, Place where, Problems problems) {
        for (Diagnostic diagnostic : diagnostics) {
            Place place =
                    file.flatMap(
                                    name ->
                                            diagnostic
                                                    .span()
                                                    .map(
                                                            span ->
                                                                    new Place(
                                                                            name,
                                                                            span.line(),
                                                                            Math.max(
                                                                                    span.column(),
                                                                                    1))))
                            .orElse(where);
            problems.add(
                    new Problem(
                            place,
                            diagnostic.message(),
                            diagnostic.hint().filter(hint -> !hint.equals(diagnostic.message()))));
        }
    }

    private static TemplateFacts of(Template template) {
        var required = new LinkedHashSet<String>();
        template.parameters().values().stream()
                .filter(TemplateFacts::isRequired)
                .forEach(declaration -> required.add(declaration.name()));
        var open = new LinkedHashSet<String>();
        template.parameters().values().stream()
                .filter(TemplateFacts::isOpen)
                .forEach(declaration -> open.add(declaration.name()));
        return new TemplateFacts(
                template.outputs().keySet(), template.parameters().keySet(), required, open);
    }

    // Of a user-defined type it may hold secure parts; ARM's preflight knows.
    private static boolean isOpen(Template.Declaration declaration) {
        return declaration
                .member("type")
                .flatMap(Json::asText)
                .filter(type -> !type.toLowerCase(Locale.ROOT).startsWith("secure"))
                .isPresent();
    }

    // A parameter may be nullable by its type's definition, which only ARM follows here.
    private static boolean isRequired(Template.Declaration declaration) {
        boolean nullable =
                declaration.member("nullable").filter(JsonBoolean.TRUE::equals).isPresent();
        return !nullable
                && declaration.member("$ref").isEmpty()
                && declaration.member("defaultValue").map(Json::isNull).orElse(true);
    }
}
