package dev.belay.workflow.execution;

import java.util.List;

/** What came of a message to a run. The run acts on it when it looks at its inbox. */
public sealed interface Posted {

    /**
     * @param subject the step or phase that was answered, or the run's id
     */
    record Done(String subject) implements Posted {}

    /** There is no run of this id. */
    record NoRun() implements Posted {}

    /** The run has ended, or has begun to end. */
    record TooLate() implements Posted {}

    /** The run asks nothing, or nothing of this name. */
    record NothingAsked() implements Posted {}

    /** The run asks several things; one has to be named. */
    record Several(List<String> subjects) implements Posted {
        public Several {
            subjects = List.copyOf(subjects);
        }
    }
}
