package dev.belay.cli.wiring;

import java.util.Optional;

/** Asks the person at the terminal. */
@FunctionalInterface
public interface Prompt {

    /** Nobody is there. */
    Prompt NONE = _ -> Optional.empty();

    /**
     * @return what was typed; empty if nobody is there, or the input ended
     */
    Optional<String> ask(String question);
}
