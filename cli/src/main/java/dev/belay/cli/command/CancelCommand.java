package dev.belay.cli.command;

import dev.belay.cli.wiring.Wiring;

import java.util.List;

/** {@code belay cancel}: end a workflow run as a first signal would, through its inbox. */
public final class CancelCommand implements Command {

    private static final List<Option> OPTIONS =
            List.of(Option.flag("--keep", "Leave what was provisioned as it is."));

    @Override
    public Grammar grammar() {
        return Grammar.command("cancel", "Cancel a workflow run: undo what it provisioned.")
                .positional("RUN", "Id printed by 'belay run', or its beginning.", true)
                .options(OPTIONS)
                .options(Target.ANY_ARM)
                .options(StoreOption.OPTIONS)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        return new Posting(arguments, wiring).cancel(arguments.has("--keep"));
    }
}
