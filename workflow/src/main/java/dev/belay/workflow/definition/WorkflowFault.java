package dev.belay.workflow.definition;

/**
 * A workflow cannot go on: an expression cannot be evaluated with what the run knows. The module's
 * one exception; caught by the run, which fails the step.
 */
public final class WorkflowFault extends RuntimeException {

    private final transient Problem problem;

    public WorkflowFault(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
