package dev.belay.cli.command;

import dev.belay.arm.Scope;
import dev.belay.cli.wiring.Wiring;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonWriter;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.expansion.Answers;
import dev.belay.template.expansion.DeploymentContext;
import dev.belay.template.expansion.Expanded;
import dev.belay.template.expansion.Expansion;
import dev.belay.template.expansion.ExpansionResult;
import dev.belay.template.expansion.Preflight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** {@code belay template}: what a template says, without asking any ARM. */
public final class TemplateCommand implements Command {

    private static final String EXPAND = "expand";
    private static final String CHECK = "check";
    private static final String DEPLOYMENT = "deployment";

    /** The ids of an embedded ARM whose world file names none. */
    private static final String TENANT = "00000000-0000-0000-0000-000000000001";

    private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000002";

    private static final List<Option> OPTIONS =
            List.of(
                    Option.value("-f|--template-file", "TEMPLATE", "The template, JSON."),
                    Option.values(
                            "-p|--parameters",
                            "FILE|NAME=VALUE",
                            "A parameter file, or one value; may be given several times, the later"
                                    + " wins."),
                    Option.value(
                            "--subscription",
                            "ID",
                            "The subscription that ids are to name. Default:"
                                    + " AZURE_SUBSCRIPTION_ID, else that of an embedded ARM."));

    @Override
    public Grammar grammar() {
        return Grammar.command("template", "Check a template, or show what it expands to.")
                .positional(
                        "expand|check",
                        "expand: its resources and outputs as JSON, copies, conditions and nested"
                                + " templates resolved; what only the deployment can know stays an"
                                + " expression. check: only what is wrong with it.",
                        true)
                .options(OPTIONS)
                .options(ScopeOptions.WHICH)
                .options(ScopeOptions.LOCATION)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        String what = arguments.positional(0).orElseThrow();
        if (!List.of(EXPAND, CHECK).contains(what)) {
            throw BadInput.of("'belay template' takes expand or check, not '" + what + "'.", "");
        }
        Output output = Output.of(arguments, wiring.around());
        TemplateFile file = TemplateFile.of(arguments, wiring.around());
        JsonObject parameters =
                ParameterInputs.read(
                        arguments.texts("--parameters"), wiring.around(), file.template());
        String subscription =
                arguments
                        .text("--subscription")
                        .or(() -> wiring.around().variable("AZURE_SUBSCRIPTION_ID"))
                        .orElse(SUBSCRIPTION);
        Expanded expanded = expanded(file, parameters, context(arguments, subscription));
        if (what.equals(EXPAND)) {
            JsonObject json = ExpandedJson.of(expanded);
            output.either(json, JsonWriter.pretty(json.without("type")).lines().toList());
        } else {
            output.either(
                    JsonObject.of("type", Json.of("checked")),
                    List.of("Nothing is wrong with '" + file.file().name() + "'."));
        }
        return 0;
    }

    private static Expanded expanded(
            TemplateFile file, JsonObject parameters, DeploymentContext context) {
        return switch (Expansion.expand(
                file.template(), values(parameters), context, Answers.unavailable())) {
            case ExpansionResult.Rejected(var diagnostics) -> throw file.wrong(diagnostics);
            case ExpansionResult.Needs _ ->
                    throw new IllegalStateException("Nothing more was to be had.");
            case ExpansionResult.Done(var expanded) -> {
                List<Diagnostic> wrong = Preflight.check(file.template(), expanded);
                if (!wrong.isEmpty()) {
                    throw file.wrong(wrong);
                }
                yield expanded;
            }
        };
    }

    private static SequencedMap<String, Json> values(JsonObject parameters) {
        var values = new LinkedHashMap<String, Json>();
        parameters
                .members()
                .forEach(
                        (name, parameter) ->
                                parameter.at("/value").ifPresent(value -> values.put(name, value)));
        return values;
    }

    private static DeploymentContext context(Arguments arguments, String subscription) {
        Scope scope = ScopeOptions.offline(arguments, subscription);
        Optional<Scope.Subscription> within = scope.subscription();
        return new DeploymentContext(
                scope,
                DEPLOYMENT,
                arguments.text("--location"),
                "Incremental",
                JsonObject.of("tenantId", Json.of(TENANT)),
                scope instanceof Scope.ManagementGroup(var id)
                        ? Optional.of(
                                JsonObject.of("id", Json.of(scope.path()), "name", Json.of(id)))
                        : Optional.empty(),
                within.map(
                        one ->
                                JsonObject.of(
                                        "id",
                                        Json.of(one.path()),
                                        "subscriptionId",
                                        Json.of(one.id()),
                                        "tenantId",
                                        Json.of(TENANT))),
                scope instanceof Scope.ResourceGroup(_, var name)
                        ? Optional.of(
                                JsonObject.of("id", Json.of(scope.path()), "name", Json.of(name)))
                        : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
