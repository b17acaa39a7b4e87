package dev.belay.workflow.journal;

import org.pcollections.PMap;
import org.pcollections.PVector;

import java.util.Optional;

/** The next state while one entry is applied to the one before. */
final class RunDraft {

    private final RunState before;
    Optional<RunEntry.RunOpened> opened;
    PMap<String, RunEntry.Answered> answers;
    Optional<RunEntry.CancelRequested> cancel;
    Optional<RunEntry.RunEnded> end;
    private PMap<String, PhaseState> phases;
    private PMap<String, StepState> steps;
    private PVector<RunState.Key> order;
    private PMap<String, RunEntry.ApprovalAsked> questions;
    private Optional<RunEntry.Decided> decision;

    RunDraft(RunState before) {
        this.before = before;
        this.opened = before.opened();
        this.phases = before.phases();
        this.steps = before.steps();
        this.order = before.order();
        this.questions = before.questions();
        this.answers = before.answers();
        this.cancel = before.cancel();
        this.decision = before.decision();
        this.end = before.ended();
    }

    /** Undo that could not finish is open again. */
    void reopen() {
        for (RunState.Key key : order) {
            put(before.attempt(key).reopened());
        }
    }

    void phaseStarted(RunEntry.PhaseStarted entry) {
        demand(!phases.containsKey(entry.phase()), entry);
        phases =
                phases.plus(
                        entry.phase(), new PhaseState(Optional.of(entry.at()), Optional.empty()));
    }

    void phaseEnded(RunEntry.PhaseEnded entry) {
        Optional<PhaseState> known = before.phase(entry.phase());
        demand(known.flatMap(PhaseState::ended).isEmpty(), entry);
        phases =
                phases.plus(
                        entry.phase(),
                        new PhaseState(known.flatMap(PhaseState::started), Optional.of(entry)));
    }

    void skipped(RunEntry.StepSkipped entry) {
        StepState step = before.step(entry.step());
        demand(step.attempts().isEmpty(), entry);
        steps =
                steps.plus(
                        entry.step(),
                        new StepState(step.name(), Optional.of(entry), step.attempts()));
    }

    void started(RunEntry.StepStarted entry) {
        StepState step = before.step(entry.step());
        demand(step.open().isEmpty() && entry.attempt() == step.attempts().size() + 1, entry);
        put(
                new AttemptState(
                        entry.step(),
                        entry.attempt(),
                        entry.at(),
                        entry.provisioning(),
                        Optional.empty(),
                        Optional.empty()));
        if (entry.provisioning().isPresent()) {
            order = order.plus(new RunState.Key(entry.step(), entry.attempt()));
        }
    }

    void ended(RunEntry.StepEnded entry) {
        Optional<AttemptState> open =
                before.step(entry.step())
                        .open()
                        .filter(attempt -> attempt.number() == entry.attempt());
        demand(open.isPresent(), entry);
        put(open.orElseThrow().endedBy(entry));
    }

    /** A question may be asked again: of a further attempt. */
    void asked(RunEntry.ApprovalAsked entry) {
        questions = questions.plus(entry.subject(), entry);
        answers = answers.minus(entry.subject());
    }

    void decided(RunEntry.Decided entry) {
        demand(decision.isEmpty(), entry);
        decision = Optional.of(entry);
    }

    void rollbackStarted(RunEntry.RollbackStarted entry) {
        AttemptState attempt = known(entry.step(), entry.attempt(), entry);
        demand(!attempt.undone(), entry);
        put(attempt.with(new AttemptState.Undo(entry.at(), Optional.empty())));
    }

    void rollbackEnded(RunEntry.RollbackEnded entry) {
        AttemptState attempt = known(entry.step(), entry.attempt(), entry);
        demand(attempt.rollback().filter(undo -> undo.ended().isEmpty()).isPresent(), entry);
        put(
                attempt.with(
                        new AttemptState.Undo(
                                attempt.rollback().orElseThrow().started(), Optional.of(entry))));
    }

    private AttemptState known(String step, int number, RunEntry entry) {
        demand(number >= 1 && number <= before.step(step).attempts().size(), entry);
        return before.step(step).attempts().get(number - 1);
    }

    private void put(AttemptState attempt) {
        StepState step =
                Optional.ofNullable(steps.get(attempt.step()))
                        .orElseGet(() -> before.step(attempt.step()));
        steps = steps.plus(attempt.step(), step.with(attempt));
    }

    private static void demand(boolean possible, RunEntry entry) {
        if (!possible) {
            throw RunState.corrupt(entry);
        }
    }

    RunState state() {
        return new RunState(
                opened, phases, steps, order, questions, answers, cancel, decision, end);
    }
}
