package dev.belay.cli.command;

import dev.belay.cli.wiring.Wiring;

/**
 * One command of the program: it parses, calls one thing, shows what comes, and decides nothing.
 */
public interface Command {

    Grammar grammar();

    /**
     * @return the process's exit code, see section 7 of docs/ARCHITECTURE.md
     * @throws BadInput if the arguments, or files that they name, cannot be used
     */
    int run(Arguments arguments, Wiring wiring);
}
