package dev.belay.cli.command;

import dev.belay.cli.wiring.Wiring;

/** {@code belay approve}: say yes to what a workflow run asks, through its inbox. */
public final class ApproveCommand implements Command {

    @Override
    public Grammar grammar() {
        return Posting.answering("approve", "Say yes to what a workflow run asks.");
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        return new Posting(arguments, wiring).answer(true);
    }
}
