package dev.belay.cli.command;

import dev.belay.cli.wiring.Connection;
import dev.belay.cli.wiring.Wiring;
import dev.belay.json.JsonObject;
import dev.belay.transaction.journal.RecordedRequest.Mode;
import dev.belay.transaction.journal.RecordedRequest.OnFailure;
import dev.belay.transaction.journal.RecordedRequest.Strategy;
import dev.belay.transaction.run.DeployRequest;
import dev.belay.transaction.run.Transactions;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code belay deploy}: a deployment that is undone if it fails. */
public final class DeployCommand implements Command {

    private static final String DEPLOYMENT_NAME = "[A-Za-z0-9_().-]{1,64}";

    private static final List<Option> OPTIONS =
            List.of(
                    Option.value("-n|--name", "NAME", "The deployment's name. Default: a new one."),
                    Option.value("-f|--template-file", "TEMPLATE", "The template, JSON."),
                    Option.values(
                            "-p|--parameters",
                            "FILE|NAME=VALUE",
                            "A parameter file, or one value; may be given several times, the later"
                                    + " wins."),
                    Option.value(
                            "--mode",
                            "MODE",
                            "The deployment's mode: Incremental, or Complete, which deletes what"
                                    + " the template lacks (resource groups only). Default:"
                                    + " Incremental."),
                    Option.value(
                            "--on-failure",
                            "ACTION",
                            "What to do when it fails: rollback, or keep. Default: rollback."),
                    StrategyOption.DEPLOY,
                    Option.value(
                            "--timeout",
                            "DURATION",
                            "The longest wait for ARM to come to rest. Default: 2h."),
                    Option.flag(
                            "--accept-deletions",
                            "An undo of this deployment, once it has succeeded or by the strategy"
                                    + " complete, may delete."),
                    Option.later("--lift-locks", ""),
                    Option.later("--dry-run|--what-if", ""));

    @Override
    public Grammar grammar() {
        return Grammar.command(
                        "deploy",
                        "Deploy a template; if it fails, put everything back and prove it.")
                .options(ScopeOptions.WHICH)
                .options(ScopeOptions.LOCATION)
                .options(OPTIONS)
                .options(Target.ARM)
                .options(StoreOption.OPTIONS)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        return deploy(arguments, wiring, Output.of(arguments, wiring.around())).exit();
    }

    /**
     * @throws BadInput if arguments, template or parameters cannot be used
     */
    Ending deploy(Arguments arguments, Wiring wiring, Output output) {
        ScopeOptions.check(arguments);
        Optional<String> name = name(arguments);
        Mode mode = mode(arguments);
        Strategy strategy = StrategyOption.of(arguments).orElse(Strategy.SURGICAL);
        if (strategy == Strategy.COMPLETE && !ScopeOptions.inGroup(arguments)) {
            throw BadInput.of(
                    "'--strategy complete' exists in resource groups only.", "Leave it out.");
        }
        OnFailure onFailure = onFailure(arguments);
        Duration timeout = Durations.timeout(arguments);
        TemplateFile template = TemplateFile.of(arguments, wiring.around());
        InputFile file = template.file();
        JsonObject parameters =
                ParameterInputs.read(
                        arguments.texts("--parameters"), wiring.around(), template.template());
        try (Connection connection = Target.open(arguments, wiring);
                var stop = new Stopping(wiring.signals(), output)) {
            var request =
                    new DeployRequest(
                            ScopeOptions.of(arguments, wiring, connection),
                            arguments.text("--location"),
                            name,
                            file.text(),
                            parameters,
                            mode,
                            onFailure,
                            strategy,
                            arguments.has("--accept-deletions"),
                            false,
                            timeout);
            Transactions transactions = transactions(arguments, wiring, connection, stop);
            return Ending.show(
                    new Consent(wiring, output)
                            .asked(
                                    request,
                                    asked ->
                                            transactions.deploy(
                                                    asked,
                                                    output.events(
                                                            connection.clock(), asked.scope()))),
                    Ending.Of.DEPLOY,
                    Optional.of(file),
                    output);
        }
    }

    private static Transactions transactions(
            Arguments arguments, Wiring wiring, Connection connection, Stopping stop) {
        return wiring.transactions(
                connection,
                wiring.store(arguments.text("--store")),
                Target.requestTimeout(arguments),
                stop);
    }

    private static Optional<String> name(Arguments arguments) {
        Optional<String> name = arguments.text("--name");
        if (name.filter(text -> !text.matches(DEPLOYMENT_NAME)).isPresent()) {
            throw BadInput.of(
                    "'" + name.get() + "' cannot be a deployment's name.",
                    "Names have 1 to 64 letters, digits, '_', '-', '.', '(' and ')'.");
        }
        return name;
    }

    private static Mode mode(Arguments arguments) {
        Mode mode =
                arguments
                        .oneOf("--mode", List.of("Incremental", "Complete"))
                        .map(word -> Mode.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Mode.INCREMENTAL);
        if (mode == Mode.COMPLETE && !ScopeOptions.inGroup(arguments)) {
            throw BadInput.of(
                    "'--mode Complete' exists in resource groups only.",
                    "Leave it out, or name a group: -g GROUP.");
        }
        return mode;
    }

    private static OnFailure onFailure(Arguments arguments) {
        return arguments
                .oneOf("--on-failure", List.of("rollback", "keep"))
                .map(word -> OnFailure.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(OnFailure.ROLLBACK);
    }
}
