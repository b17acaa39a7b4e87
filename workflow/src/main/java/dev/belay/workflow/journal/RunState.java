package dev.belay.workflow.journal;

import dev.belay.workflow.event.StepStatus;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.util.List;
import java.util.Optional;

/**
 * What the entries of a run's log say together. Applied entry by entry; its containers are
 * persistent.
 *
 * @param phases by name, those that began or were skipped
 * @param steps by name, those that began or were skipped
 * @param order every attempt that provisions, in the order they began: step and number
 * @param questions by subject, those that were asked
 * @param answers by subject, the newest one
 */
public record RunState(
        Optional<RunEntry.RunOpened> opened,
        PMap<String, PhaseState> phases,
        PMap<String, StepState> steps,
        PVector<Key> order,
        PMap<String, RunEntry.ApprovalAsked> questions,
        PMap<String, RunEntry.Answered> answers,
        Optional<RunEntry.CancelRequested> cancel,
        Optional<RunEntry.Decided> decision,
        Optional<RunEntry.RunEnded> ended) {

    /** Before the first entry. */
    public static final RunState NEW_RUN =
            new RunState(
                    Optional.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    TreePVector.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** One attempt of a step. */
    public record Key(String step, int attempt) {}

    public Optional<PhaseState> phase(String name) {
        return Optional.ofNullable(phases.get(name));
    }

    public StepState step(String name) {
        return Optional.ofNullable(steps.get(name))
                .orElseGet(() -> new StepState(name, Optional.empty(), TreePVector.empty()));
    }

    public AttemptState attempt(Key key) {
        return step(key.step()).attempts().get(key.attempt() - 1);
    }

    /** Every attempt that provisions, in the order they began. */
    public List<AttemptState> provisioned() {
        return order.stream().map(this::attempt).toList();
    }

    /** The question of this subject that waits for an answer. */
    public Optional<RunEntry.ApprovalAsked> question(String subject) {
        return Optional.ofNullable(questions.get(subject))
                .filter(_ -> !answers.containsKey(subject));
    }

    /**
     * The state after one more entry.
     *
     * @throws IllegalStateException if the log is corrupt: an entry that cannot follow this state
     */
    public RunState after(RunEntry entry) {
        boolean first = entry instanceof RunEntry.RunOpened;
        if (first != opened.isEmpty() || ended.isPresent()) {
            throw corrupt(entry);
        }
        var next = new RunDraft(this);
        switch (entry) {
            case RunEntry.RunOpened e -> next.opened = Optional.of(e);
            case RunEntry.RunResumed _ -> next.reopen();
            case RunEntry.PhaseStarted e -> next.phaseStarted(e);
            case RunEntry.PhaseEnded e -> next.phaseEnded(e);
            case RunEntry.StepSkipped e -> next.skipped(e);
            case RunEntry.StepStarted e -> next.started(e);
            case RunEntry.StepEnded e -> next.ended(e);
            case RunEntry.ApprovalAsked e -> next.asked(e);
            case RunEntry.Answered e -> next.answers = answers.plus(e.subject(), e);
            case RunEntry.CancelRequested e -> next.cancel = Optional.of(e);
            case RunEntry.Decided e -> next.decided(e);
            case RunEntry.RollbackStarted e -> next.rollbackStarted(e);
            case RunEntry.RollbackEnded e -> next.rollbackEnded(e);
            case RunEntry.RunEnded e -> next.end = Optional.of(e);
        }
        return next.state();
    }

    static IllegalStateException corrupt(RunEntry entry) {
        return new IllegalStateException(
                "The run's log is corrupt: the entry "
                        + RunCodec.write(entry)
                        + " cannot stand where it does.");
    }

    /** Whether an attempt of this step has no end. */
    public boolean running(String step) {
        return step(step).status() == StepStatus.RUNNING;
    }
}
