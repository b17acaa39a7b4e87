package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.stage.StepKinds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * Steps that run at the same time. All are brought to their end, also when one fails. Where ARM's
 * time is virtual, those that provision take turns in the file's order.
 */
final class ParallelStep implements StepWork {

    private final RunSession session;
    private final StepRunner runner;
    private final List<Step> steps;

    ParallelStep(RunSession session, StepRunner runner, List<Step> steps) {
        this.session = session;
        this.runner = runner;
        this.steps = steps;
    }

    @Override
    public Ready prepare(Step step, int attempt, StepNotes notes) {
        return StepWork.toAct(this::run);
    }

    /** Those inside go on, each as it can. */
    @Override
    public StepEnd settle(Step step, AttemptState attempt, StepNotes notes) {
        return run();
    }

    private StepEnd run() {
        var tasks = new ArrayList<Supplier<Boolean>>();
        var turn = new CountDownLatch(0);
        for (Step step : steps) {
            if (session.outside().virtualTime() && takesTurns(step)) {
                CountDownLatch before = turn;
                var after = new CountDownLatch(1);
                turn = after;
                tasks.add(() -> inTurn(step, before, after));
            } else {
                tasks.add(() -> toEnd(step));
            }
        }
        session.outside().lanes().all(tasks);
        return end();
    }

    private static boolean takesTurns(Step step) {
        return StepKinds.provisions(step) || StepKinds.kind(step).equals("wait");
    }

    private boolean inTurn(Step step, CountDownLatch before, CountDownLatch after) {
        try {
            before.await();
            return toEnd(step);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while steps ran.", interrupted);
        } finally {
            after.countDown();
        }
    }

    private boolean toEnd(Step step) {
        runner.toEnd(step);
        return true;
    }

    private StepEnd end() {
        List<StepStatus> statuses =
                steps.stream().map(step -> session.state().step(step.name()).status()).toList();
        List<String> failed =
                steps.stream()
                        .map(Step::name)
                        .filter(name -> session.state().step(name).status().failed())
                        .toList();
        boolean open = statuses.stream().anyMatch(status -> !status.ended());
        if (open || statuses.contains(StepStatus.CANCELLED)) {
            return StepEnd.cancelled();
        }
        if (failed.isEmpty()) {
            return StepEnd.succeeded(new LinkedHashMap<>());
        }
        boolean refused =
                statuses.stream()
                        .allMatch(
                                status ->
                                        status == StepStatus.REFUSED
                                                || status == StepStatus.SKIPPED);
        return StepEnd.of(
                refused ? StepStatus.REFUSED : StepStatus.FAILED,
                ArmError.of("StepsFailed", "Failed: '" + String.join("', '", failed) + "'."));
    }
}
