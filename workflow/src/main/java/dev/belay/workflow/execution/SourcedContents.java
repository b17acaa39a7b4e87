package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.workflow.definition.Content;
import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.Provisioner;
import dev.belay.workflow.definition.TemplateSource;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.source.Fetched;
import dev.belay.workflow.source.ParameterValues;
import dev.belay.workflow.source.TemplateSources;

/** Contents from where the workflow says they are. */
public final class SourcedContents implements Contents {

    private final TemplateSources sources;
    private final Files files;
    private final Blueprints blueprints;

    /**
     * @param sources made of the same files
     */
    public SourcedContents(TemplateSources sources, Files files, Blueprints blueprints) {
        this.sources = sources;
        this.files = files;
        this.blueprints = blueprints;
    }

    @Override
    public Loaded load(Provisioner provisioner, Values values) {
        return switch (provisioner.content()) {
            case Content.FromTemplate(var source) -> template(source, provisioner, values);
            case Content.FromBlueprint blueprint ->
                    blueprints.load(blueprint, provisioner, files, values);
        };
    }

    private Loaded template(TemplateSource source, Provisioner provisioner, Values values) {
        return switch (sources.fetch(source, values)) {
            case Fetched.Unavailable unavailable -> refused("TemplateUnavailable", unavailable);
            case Fetched.Template template ->
                    switch (ParameterValues.of(provisioner.parameters(), files, values)) {
                        case ParameterValues.Result.Missing(var why) ->
                                refused("ParametersUnavailable", why);
                        case ParameterValues.Result.Complete(var parameters, var secret) ->
                                new Loaded.Ready(
                                        template.text(), parameters, secret, template.git());
                    };
        };
    }

    private static Loaded refused(String code, Fetched.Unavailable why) {
        return new Loaded.Refused(
                ArmError.of(code, why.message() + why.hint().map(text -> " " + text).orElse("")));
    }

    @Override
    public void close() {
        sources.close();
    }
}
