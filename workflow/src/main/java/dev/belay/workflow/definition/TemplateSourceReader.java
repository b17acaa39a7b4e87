package dev.belay.workflow.definition;

import dev.belay.json.JsonObject;
import dev.belay.template.syntax.Source;
import dev.belay.template.syntax.TemplateReader;
import dev.belay.workflow.definition.YamlNode.Mapping;
import dev.belay.workflow.definition.YamlNode.Scalar;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a provisioner's {@code template} and, where it can be read now, what it declares. */
record TemplateSourceReader(FileContext context) {

    /** A template's source and what is known of it. */
    record Found(TemplateSource source, Optional<TemplateFacts> facts) {}

    private static final String WAYS =
            "Write the file's name, or {file: …}, {inline: …}, {url: …}, {git: …}, {spec: …}.";

    Optional<Found> read(YamlNode node, Fields provisioner) {
        if (node instanceof Scalar) {
            return provisioner.path("template", node).map(this::file);
        }
        return Fields.of(node, "template", Keys.TEMPLATE, context).flatMap(this::only);
    }

    private Optional<Found> only(Fields fields) {
        List<String> given = Keys.TEMPLATE.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            context.problems()
                    .add(
                            fields.where(),
                            given.isEmpty()
                                    ? "The template comes from nowhere."
                                    : "The template comes from several places: "
                                            + String.join(", ", given)
                                            + ".",
                            WAYS);
            return Optional.empty();
        }
        String key = given.getFirst();
        return fields.find(key)
                .flatMap(
                        node ->
                                switch (key) {
                                    case "file" -> fields.path(key, node).map(this::file);
                                    case "inline" -> inline(node, fields);
                                    case "url" -> url(node, fields);
                                    case "git" -> git(node);
                                    default -> spec(node, fields);
                                });
    }

    private Found file(Templated path) {
        return new Found(
                new TemplateSource.OfFile(path), path.isPlain() ? facts(path) : Optional.empty());
    }

    private Optional<TemplateFacts> facts(Templated path) {
        String file = path.json().asText().orElseThrow();
        if (file.toLowerCase(Locale.ROOT).endsWith(".bicep")) {
            context.problems()
                    .add(
                            path.where(),
                            "'" + file + "' is a Bicep file.",
                            "Turn it into a JSON template with 'bicep build' and name that.");
            return Optional.empty();
        }
        return context.text(file, path.where(), "template")
                .flatMap(
                        text ->
                                TemplateFacts.of(
                                        TemplateReader.read(text),
                                        Optional.of(file),
                                        path.where(),
                                        context.problems()));
    }

    private Optional<Found> inline(YamlNode node, Fields fields) {
        Optional<Mapping> mapping = fields.mapping("inline", node);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        JsonObject template = mapping.get().json();
        if (!new Templated(template, node.where()).isPlain()) {
            context.problems()
                    .add(
                            node.where(),
                            "A template cannot hold '${{'.",
                            "Declare a parameter in it and give its value in 'parameters'.");
            return Optional.empty();
        }
        Optional<TemplateFacts> facts =
                TemplateFacts.of(
                        TemplateReader.root(template, Source.NONE),
                        Optional.empty(),
                        node.where(),
                        context.problems());
        return Optional.of(new Found(new TemplateSource.Inline(template), facts));
    }

    private Optional<Found> url(YamlNode node, Fields fields) {
        return fields.templatedText("url", node)
                .filter(url -> isAddress(url))
                .map(url -> new Found(new TemplateSource.OfUrl(url), Optional.empty()));
    }

    private boolean isAddress(Templated url) {
        return Addresses.check("url", url, context.problems());
    }

    private Optional<Found> git(YamlNode node) {
        Optional<Fields> fields = Fields.of(node, "git template", Keys.GIT, context);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Optional<Templated> repository = fields.get().requiredTemplatedText("repository");
        Optional<Templated> ref = fields.get().requiredTemplatedText("ref");
        Optional<Templated> path = fields.get().requiredTemplatedText("path");
        return repository.isEmpty() || ref.isEmpty() || path.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Found(
                                new TemplateSource.OfGit(repository.get(), ref.get(), path.get()),
                                Optional.empty()));
    }

    private Optional<Found> spec(YamlNode node, Fields fields) {
        Optional<Templated> id = fields.templatedText("spec", node);
        if (id.isPresent() && id.get().isPlain() && !isSpec(id.get())) {
            context.problems()
                    .add(
                            node.where(),
                            "This is not the id of a template spec's version.",
                            "It is /subscriptions/ID/resourceGroups/GROUP/providers/"
                                    + "Microsoft.Resources/templateSpecs/NAME/versions/VERSION.");
            return Optional.empty();
        }
        return id.map(spec -> new Found(new TemplateSource.OfSpec(spec), Optional.empty()));
    }

    private static boolean isSpec(Templated id) {
        return id.json()
                .asText()
                .orElse("")
                .matches(
                        "(?i)/subscriptions/[^/]+/resourceGroups/[^/]+/providers/"
                                + "Microsoft\\.Resources/templateSpecs/[^/]+/versions/[^/]+");
    }
}
