package dev.belay.cli.command;

import dev.belay.cli.wiring.Connection;
import dev.belay.cli.wiring.Wiring;
import dev.belay.view.text.RunPlanText;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.event.RunPlan;
import dev.belay.workflow.execution.RunRequest;
import dev.belay.workflow.execution.Runs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code belay run}: a workflow whose provisioning steps are undone if a later one fails. */
public final class RunCommand implements Command {

    private static final int REFUSED = 6;

    private static final List<Option> OPTIONS =
            List.of(
                    Option.flag(
                            "--plan",
                            "Show phases, steps and what each could touch; nothing is touched."),
                    Option.value(
                            "--timeout",
                            "DURATION",
                            "The longest that the whole run may take, by ARM's clock; then it is"
                                    + " cancelled and undone. Default: none."));

    @Override
    public Grammar grammar() {
        return Grammar.command("run", "Run a workflow; if it fails, undo every deployment of it.")
                .positional("FILE", "The workflow file, YAML.", true)
                .options(WorkflowInput.SETTING)
                .options(OPTIONS)
                .options(Target.ARM)
                .options(StoreOption.OPTIONS)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        return run(arguments, wiring, Output.of(arguments, wiring.around()), Map.of()).exit();
    }

    /**
     * @param answers what questions are answered with as soon as they are asked: subject to
     *     approval
     */
    RunEnding run(Arguments arguments, Wiring wiring, Output output, Map<String, Boolean> answers) {
        Optional<Duration> timeout =
                arguments.text("--timeout").map(text -> Durations.parse("--timeout", text));
        WorkflowInput input =
                WorkflowInput.read(wiring.around(), arguments.positional(0).orElseThrow());
        RunRequest request =
                input.request(
                        arguments,
                        wiring.around(),
                        Subscriptions.named(arguments, wiring.around()));
        try (Connection connection =
                        Target.open(arguments.text("--arm").or(input::arm), arguments, wiring);
                var stop = new Stopping(wiring.signals(), output)) {
            Runs runs =
                    wiring.runs(
                            connection,
                            wiring.store(arguments.text("--store")),
                            Target.requestTimeout(arguments),
                            Deadline.of(stop, connection.clock(), timeout),
                            input.folder());
            if (arguments.has("--plan")) {
                return plan(runs.plan(request), output);
            }
            Consumer<RunEvent> view =
                    output.runEvents(
                            connection.clock(),
                            input.workflow(),
                            Optional.empty(),
                            wiring::terminalSize);
            return RunEnding.show(
                    runs.run(request, new Answering(runs, answers, view)),
                    Optional.of(input.shownFolder()),
                    input.files().texts(),
                    output);
        }
    }

    private static RunEnding plan(RunPlan plan, Output output) {
        output.either(plan.toJson(), RunPlanText.of(plan, output.style()));
        return new RunEnding(plan.wrong() ? REFUSED : 0, Optional.empty());
    }

    /** Shows events, and answers the questions among them as an example says. */
    private static final class Answering implements Consumer<RunEvent> {

        private final Runs runs;
        private final Map<String, Boolean> answers;
        private final Consumer<RunEvent> view;
        private String run = "";

        Answering(Runs runs, Map<String, Boolean> answers, Consumer<RunEvent> view) {
            this.runs = runs;
            this.answers = answers;
            this.view = view;
        }

        @Override
        public void accept(RunEvent event) {
            view.accept(event);
            if (event instanceof RunEvent.Opened(var id, _)) {
                run = id;
            }
            if (event instanceof RunEvent.ApprovalAsked(var subject, _, _)) {
                Optional.ofNullable(answers.get(subject))
                        .ifPresent(yes -> runs.answer(run, Optional.of(subject), yes, "try.json"));
            }
        }
    }
}
