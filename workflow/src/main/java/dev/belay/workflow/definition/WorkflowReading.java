package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What came of reading a workflow's file. */
public sealed interface WorkflowReading {

    record Read(Workflow workflow) implements WorkflowReading {
        public Read {
            requireNonNull(workflow);
        }
    }

    /** All that is wrong, the workflow file's first, then by place. */
    record Wrong(List<Problem> problems) implements WorkflowReading {
        public Wrong {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("A wrong workflow without a problem.");
            }
        }
    }
}
