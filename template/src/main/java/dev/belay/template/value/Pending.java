package dev.belay.template.value;

/**
 * A function asked for something that only the deployment can tell. Thrown by {@link Call} and
 * caught by the evaluator at that same call, which then stays as a deferred expression; so a
 * function needs no code for what it cannot know yet.
 */
public final class Pending extends RuntimeException {

    /** It carries nothing, not even a stack: it never leaves the evaluator. */
    public Pending() {
        super("Only the deployment can tell.", null, false, false);
    }
}
