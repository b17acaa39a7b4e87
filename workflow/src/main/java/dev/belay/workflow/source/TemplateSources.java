package dev.belay.workflow.source;

import dev.belay.client.call.ArmClient;
import dev.belay.template.value.Value;
import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.Files.FileText;
import dev.belay.workflow.definition.TemplateSource;
import dev.belay.workflow.definition.Templated;
import dev.belay.workflow.definition.Values;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Fetches templates from wherever a workflow says they are. */
public final class TemplateSources implements AutoCloseable {

    private final Files files;
    private final WebTemplates web;
    private final GitTemplates git;
    private final SpecTemplates specs;

    /**
     * @param files the workflow's files, as they were when it was read
     * @param folder the workflow file's folder: relative repositories lie there
     * @param arm where template specs are kept
     * @param timeout the longest that fetching one template may take
     * @param pins what the run found in Git before
     */
    public TemplateSources(
            Files files, Path folder, ArmClient arm, Duration timeout, GitPins pins) {
        this.files = files;
        this.web = new WebTemplates(timeout);
        this.git =
                new GitTemplates(
                        folder, Path.of(System.getProperty("java.io.tmpdir")), timeout, pins);
        this.specs = new SpecTemplates(arm);
    }

    /**
     * The template as it is now; of Git, as it was when the run first fetched it.
     *
     * @throws dev.belay.workflow.definition.WorkflowFault if an expression of the source cannot be
     *     evaluated
     */
    public Fetched fetch(TemplateSource source, Values values) {
        return switch (source) {
            case TemplateSource.OfFile(var path) -> file(text(path, values));
            case TemplateSource.Inline(var template) ->
                    new Fetched.Template(
                            template.toText(), "the workflow's own file", Optional.empty());
            case TemplateSource.OfUrl(var url) -> web.fetch(text(url, values));
            case TemplateSource.OfGit(var repository, var ref, var path) ->
                    git.fetch(text(repository, values), text(ref, values), text(path, values));
            case TemplateSource.OfSpec(var id) -> specs.fetch(text(id, values));
        };
    }

    private Fetched file(String path) {
        return switch (files.read(path)) {
            case FileText.Found(var text) -> new Fetched.Template(text, path, Optional.empty());
            case FileText.Missing _, FileText.NotKept _ ->
                    Fetched.Unavailable.of("There is no template '" + path + "'.");
            case FileText.Unreadable(var reason) ->
                    Fetched.Unavailable.of("The template '" + path + "' cannot be read: " + reason);
        };
    }

    static String text(Templated templated, Values values) {
        Value text = templated.resolveText(values);
        return text.known().orElseThrow().asText().orElseThrow();
    }

    /** Ends its threads. */
    @Override
    public void close() {
        web.close();
    }
}
