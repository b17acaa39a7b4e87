package dev.belay.workflow.execution;

import dev.belay.template.value.Value;
import dev.belay.transaction.journal.RecordedRequest.Strategy;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.event.RunPlan;
import dev.belay.workflow.event.RunReport;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** The workflow runs of one store against one ARM. */
public final class Runs {

    private final RunOutside outside;

    public Runs(RunOutside outside) {
        this.outside = outside;
    }

    /**
     * Runs a workflow to its end, or to where an undo could not finish.
     *
     * @param listener gets events from several threads, one at a time
     */
    public RunOutcome run(RunRequest request, Consumer<RunEvent> listener) {
        return new Beginning(outside, listener).of(request);
    }

    /**
     * Goes on with a run whose process died or stopped, or whose undo could not finish. No step
     * deploys twice.
     *
     * @param secrets secret inputs, given again: they are kept nowhere
     * @return empty if the store has no run of this id
     */
    public Optional<RunOutcome> resume(
            String run, SequencedMap<String, Value> secrets, Consumer<RunEvent> listener) {
        return resume(run, secrets, Optional.empty(), listener);
    }

    /**
     * The same, with another strategy for what is still to be undone.
     *
     * @param undoBy how undos are done in place of what the provisioners say
     * @return empty if the store has no run of this id
     */
    public Optional<RunOutcome> resume(
            String run,
            SequencedMap<String, Value> secrets,
            Optional<Strategy> undoBy,
            Consumer<RunEvent> listener) {
        return RunLog.find(outside.outside().store(), run)
                .map(log -> new Resuming(outside, secrets, undoBy, listener).of(log));
    }

    /** What a run would do, as far as that is known; nothing is touched. */
    public RunPlan plan(RunRequest request) {
        return new Planning(outside, request).plan();
    }

    /** Every run of the store, oldest first. */
    public List<RunSummary> list() {
        return new RunRecords(outside).list();
    }

    /** The definition that a run was begun with; empty if there is no run of this id. */
    public Optional<Workflow> workflow(String run) {
        return new RunRecords(outside).workflow(run);
    }

    /** Where a run stands; empty if there is none of this id. */
    public Optional<RunReport> show(String run) {
        return new RunRecords(outside).show(run);
    }

    /**
     * What a step printed and did, without secrets: all its attempts and their undo.
     *
     * @param step its name or id
     * @return empty if there is no such run or step, or nothing is kept of it yet
     */
    public Optional<String> log(String run, String step) {
        return new RunRecords(outside).log(run, step);
    }

    /**
     * Answers what a run asks; it goes to the run's inbox.
     *
     * @param subject the step's name, or {@code phase NAME}; empty: the only thing asked
     * @param by who answers, for people
     */
    public Posted answer(String run, Optional<String> subject, boolean approved, String by) {
        return new Inbox(outside.outside().store()).answer(run, subject, approved, by);
    }

    /**
     * Cancels a run, as a first signal does; it goes to the run's inbox.
     *
     * @param keep whether what was provisioned stays
     */
    public Posted cancel(String run, boolean keep, String by) {
        return new Inbox(outside.outside().store()).cancel(run, keep, by);
    }
}
