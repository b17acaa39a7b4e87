package dev.belay.cli.command;

import dev.belay.cli.wiring.Wiring;

/** {@code belay reject}: say no to what a workflow run asks, through its inbox. */
public final class RejectCommand implements Command {

    @Override
    public Grammar grammar() {
        return Posting.answering("reject", "Say no to what a workflow run asks.");
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        return new Posting(arguments, wiring).answer(false);
    }
}
