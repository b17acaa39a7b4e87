package dev.belay.workflow.stage;

import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.StepAct;

import java.util.Set;

/** What kinds of steps are called, and which of them may change anything. */
public final class StepKinds {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private StepKinds() {}

    /** As events and reports write it. */
    public static String kind(Step step) {
        return switch (step.act()) {
            case StepAct.Arm _ -> "arm";
            case StepAct.Blueprint _ -> "blueprint";
            case StepAct.Shell _ -> "shell";
            case StepAct.Http _ -> "http";
            case StepAct.Approval _ -> "approval";
            case StepAct.Wait _ -> "wait";
            case StepAct.Parallel _ -> "parallel";
        };
    }

    /** Whether it deploys something and so has a transaction. */
    public static boolean provisions(Step step) {
        return step.act() instanceof StepAct.Arm || step.act() instanceof StepAct.Blueprint;
    }

    /** Whether it may change something that no transaction can undo. */
    public static boolean actsOutside(Step step) {
        return switch (step.act()) {
            case StepAct.Shell _ -> true;
            case StepAct.Http http -> !READING.contains(http.method());
            case StepAct.Arm _,
                    StepAct.Blueprint _,
                    StepAct.Approval _,
                    StepAct.Wait _,
                    StepAct.Parallel _ ->
                    false;
        };
    }
}
