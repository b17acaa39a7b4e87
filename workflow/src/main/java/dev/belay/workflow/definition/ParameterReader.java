package dev.belay.workflow.definition;

import dev.belay.template.syntax.ParameterFile;
import dev.belay.workflow.definition.YamlNode.Sequence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a provisioner's {@code parameters} and compares their names with the template's.
 *
 * @param facts what is known of the template
 */
record ParameterReader(FileContext context, Optional<TemplateFacts> facts) {

    /**
     * A source and the names that it gives.
     *
     * @param names empty: they are not known before the run
     */
    private record Given(ParameterSource source, Optional<Set<String>> names) {}

    /**
     * @param node what stands there; empty: nothing
     * @param where what is blamed for a missing value
     */
    List<ParameterSource> read(Optional<YamlNode> node, Place where) {
        var sources = new ArrayList<Given>();
        for (YamlNode item : items(node)) {
            Fields.of(item, "source of parameters", Keys.PARAMETERS, context)
                    .flatMap(this::source)
                    .ifPresent(sources::add);
        }
        boolean known = sources.stream().allMatch(given -> given.names().isPresent());
        if (facts.isPresent() && known && sources.size() == items(node).size()) {
            checkRequired(facts.get(), sources, where);
        }
        return sources.stream().map(Given::source).toList();
    }

    private static List<YamlNode> items(Optional<YamlNode> node) {
        return node.map(found -> found instanceof Sequence(var items, _) ? items : List.of(found))
                .orElse(List.of());
    }

    private Optional<Given> source(Fields fields) {
        List<String> given = Keys.PARAMETERS.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            context.problems()
                    .add(
                            fields.where(),
                            "A source of parameters has either 'file' or 'values'.",
                            "Write a list where you need both; later ones win.");
            return Optional.empty();
        }
        if (given.getFirst().equals("file")) {
            return fields.find("file")
                    .flatMap(node -> fields.path("file", node))
                    .map(
                            path ->
                                    new Given(
                                            new ParameterSource.OfFile(path),
                                            path.isPlain() ? names(path) : Optional.empty()));
        }
        fields.find("values")
                .flatMap(node -> fields.mapping("values", node))
                .ifPresent(
                        values ->
                                values.entries()
                                        .forEach(each -> checkName(each.key(), each.where())));
        var values = new ParameterSource.Values(fields.values("values"));
        values.values().forEach(this::refuseOpenSecret);
        return Optional.of(new Given(values, Optional.of(values.values().keySet())));
    }

    private void refuseOpenSecret(String name, Templated value) {
        boolean open = facts.filter(template -> contains(template.open(), name)).isPresent();
        for (Reference reference : open ? value.references() : List.<Reference>of()) {
            if (reference instanceof Reference.ToInput(var input)
                    && context.secretInputs().contains(input)) {
                context.problems()
                        .add(
                                value.where(),
                                "The secret '"
                                        + input
                                        + "' would stand in the deployment's record: the"
                                        + " template's parameter '"
                                        + name
                                        + "' is no secure one.",
                                "Declare it as secureString or secureObject in the template.");
            }
        }
    }

    private Optional<Set<String>> names(Templated path) {
        String file = path.json().asText().orElseThrow();
        return context.text(file, path.where(), "parameter file")
                .flatMap(text -> names(file, path, text));
    }

    private Optional<Set<String>> names(String file, Templated path, String text) {
        return switch (ParameterFile.read(text)) {
            case ParameterFile.Result.Read(var read) -> {
                read.values().keySet().forEach(name -> checkName(name, path.where()));
                yield Optional.of(read.values().keySet());
            }
            case ParameterFile.Result.Refused(var diagnostics) -> {
                TemplateFacts.report(
                        diagnostics, Optional.of(file), path.where(), context.problems());
                yield Optional.empty();
            }
        };
    }

    private void checkName(String name, Place place) {
        if (facts.isEmpty() || contains(facts.get().parameters(), name)) {
            return;
        }
        Set<String> parameters = facts.get().parameters();
        context.problems()
                .add(
                        place,
                        "The template has no parameter '" + name + "'.",
                        Nearest.hint(
                                name,
                                parameters,
                                parameters.isEmpty()
                                        ? "It has none."
                                        : "It has " + String.join(", ", parameters) + "."));
    }

    private void checkRequired(TemplateFacts template, List<Given> sources, Place where) {
        var names = new LinkedHashSet<String>();
        sources.forEach(given -> given.names().ifPresent(names::addAll));
        List<String> missing =
                template.required().stream().filter(name -> !contains(names, name)).toList();
        if (!missing.isEmpty()) {
            context.problems()
                    .add(
                            where,
                            "The template's parameter"
                                    + (missing.size() == 1 ? " '" : "s '")
                                    + String.join("', '", missing)
                                    + (missing.size() == 1 ? "' has" : "' have")
                                    + " neither a value nor a default.",
                            "Give it under 'parameters', as a value or in a file.");
        }
    }

    private static boolean contains(Set<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
