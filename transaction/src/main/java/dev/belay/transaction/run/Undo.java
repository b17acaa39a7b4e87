package dev.belay.transaction.run;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.transaction.change.Differences;
import dev.belay.transaction.change.Evidence;
import dev.belay.transaction.change.Later;
import dev.belay.transaction.change.ResourceChange;
import dev.belay.transaction.change.SnapshotDiff;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.execution.DeletionGuard;
import dev.belay.transaction.execution.StepExecutor;
import dev.belay.transaction.execution.StepOutcome;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.RecordedRequest;
import dev.belay.transaction.journal.StepState;
import dev.belay.transaction.plan.RollbackPlan;
import dev.belay.transaction.plan.RollbackPlanner;
import dev.belay.transaction.plan.RollbackStep;
import dev.belay.transaction.plan.StepStatus;
import dev.belay.transaction.snapshot.Snapshot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Undoes: passes of plan and steps as long as they make progress, then the verification. */
final class Undo {

    /** Passes in a row that may bring nothing, 15 seconds apart (documented: AVM's removal). */
    private static final int IDLE_PASSES = 3;

    private static final Duration BETWEEN_PASSES = Duration.ofSeconds(15);

    private final Session session;
    private final Snapshot before;
    private final Later after;

    Undo(Session session) {
        this.session = session;
        this.before = session.journal().before();
        this.after = Evidences.later(session);
    }

    /** How a pass went. */
    private enum Pass {
        /** Nothing is left to do. */
        CLEAR,
        /** Only what a person must resolve is left. */
        BLOCKED,
        PROGRESS,
        IDLE
    }

    /**
     * Runs to an end.
     *
     * @return empty if it is undone; else why it could not be finished
     */
    Optional<ArmError> run() {
        int idle = 0;
        while (idle < IDLE_PASSES) {
            Optional<Snapshot> now = new Quiet(session, before).capture();
            if (now.isEmpty()) {
                return Optional.of(ArmError.of("Timeout", "ARM did not come to rest in time."));
            }
            Evidence evidence = evidence();
            Differences differences =
                    SnapshotDiff.between(evidence, now.get(), session.knowledge());
            if (nothingHappened(differences)) {
                session.entry(
                        new JournalEntry.Untouched(session.now(), "ARM never had the deployment."));
                return Optional.empty();
            }
            if (session.state().strategy() == RecordedRequest.Strategy.COMPLETE
                    && !groupGone(now.get())) {
                return redeploy(evidence, differences);
            }
            RollbackPlan plan = plan(differences);
            Pass pass = execute(plan, evidence, differences);
            boolean settled = pass == Pass.CLEAR || pass == Pass.BLOCKED;
            if (settled && new Ending(session, plan).verify(evidence())) {
                return Optional.empty();
            }
            idle = pass == Pass.PROGRESS ? 0 : idle + 1;
            if (pass != Pass.PROGRESS && idle < IDLE_PASSES) {
                session.pause(BETWEEN_PASSES);
            }
        }
        return Optional.of(lastError());
    }

    /** Nothing can be redeployed to a group that is gone. */
    private boolean groupGone(Snapshot now) {
        return session.state().opened().orElseThrow().request().scope()
                        instanceof Scope.ResourceGroup group
                && now.absent(ResourceId.of(group));
    }

    /** The other strategy: one redeployment, then the same verification. */
    private Optional<ArmError> redeploy(Evidence evidence, Differences differences) {
        Optional<ArmError> failed = new Redeployment(session).run(evidence, differences);
        if (failed.isPresent()) {
            return failed;
        }
        if (new Quiet(session, before).capture().isEmpty()) {
            return Optional.of(ArmError.of("Timeout", "ARM did not come to rest in time."));
        }
        boolean readable =
                new Ending(session, new RollbackPlan(List.of(), List.of())).settle(evidence());
        return readable
                ? Optional.empty()
                : Optional.of(ArmError.of("Unreadable", "Not everything could be read again."));
    }

    private Evidence evidence() {
        return Evidences.of(session.journal(), after);
    }

    private boolean nothingHappened(Differences differences) {
        return !session.state().accepted()
                && session.state().plan().isEmpty()
                && differences.changes().stream()
                        .allMatch(ResourceChange.Appeared.class::isInstance);
    }

    private RollbackPlan plan(Differences differences) {
        RollbackPlan plan =
                RollbackPlanner.plan(
                        differences,
                        session.state().snapshot().orElseThrow().snapshot(),
                        session.knowledge(),
                        apart());
        session.entry(
                new JournalEntry.RollbackPlanned(
                        session.now(), session.journal().keep(plan.toText())));
        session.tell(
                new TransactionEvent.Planned(
                        plan.steps().stream().map(RollbackPlan.Planned::act).toList()));
        differences.notes().forEach(note -> session.tell(new TransactionEvent.Note(note)));
        return plan;
    }

    private Pass execute(RollbackPlan plan, Evidence evidence, Differences differences) {
        Set<ResourceId> apart = apart();
        var executor =
                new StepExecutor(
                        evidence,
                        session.knowledge(),
                        session.reader(),
                        session.client(),
                        new DeletionGuard(
                                session.client(),
                                session.outside().fanout(),
                                session.knowledge(),
                                ours(differences)),
                        this::patience);
        List<StepStatus> statuses = new ArrayList<>();
        for (RollbackStep act : plan.acts()) {
            statuses.add(step(act, executor));
        }
        if (statuses.stream().allMatch(StepStatus::reachedTarget)) {
            return Pass.CLEAR;
        }
        if (!apart().equals(apart)) {
            return Pass.PROGRESS; // the next plan takes them apart
        }
        if (statuses.stream().allMatch(s -> s.reachedTarget() || s == StepStatus.BLOCKED)) {
            return Pass.BLOCKED;
        }
        return statuses.contains(StepStatus.DONE) ? Pass.PROGRESS : Pass.IDLE;
    }

    private boolean patience(Duration wait) {
        session.pause(wait);
        return true;
    }

    private Set<ResourceId> ours(Differences differences) {
        Set<ResourceId> ours = new LinkedHashSet<>();
        differences.changes().stream()
                .filter(change -> change instanceof ResourceChange.Created(_, var since) && !since)
                .map(ResourceChange::id)
                .forEach(ours::add);
        session.state().steps().values().stream()
                .map(StepState::act)
                .filter(RollbackStep.DeleteCreated.class::isInstance)
                .map(RollbackStep::id)
                .forEach(ours::add);
        return ours;
    }

    /** Created groups with something foreign inside, as a step has found. */
    private Set<ResourceId> apart() {
        return session.state().steps().values().stream()
                .filter(step -> step.act().id().type().equals(ResourceType.RESOURCE_GROUP))
                .filter(
                        step ->
                                step.ended()
                                        .flatMap(JournalEntry.StepEnded::error)
                                        .filter(StepOutcome::foreignInside)
                                        .isPresent())
                .map(step -> step.act().id())
                .collect(toUnmodifiableSet());
    }

    private StepStatus step(RollbackStep act, StepExecutor executor) {
        session.checkpoint();
        int number = session.state().nextStep();
        session.entry(new JournalEntry.StepStarted(session.now(), number, act));
        session.tell(new TransactionEvent.StepStarted(number, act));
        StepOutcome outcome = executor.execute(act);
        Optional<ArmError> error = outcome.error().map(session.redaction()::of);
        session.entry(
                new JournalEntry.StepEnded(
                        session.now(),
                        number,
                        outcome.status(),
                        outcome.digest(),
                        error,
                        List.of()));
        session.tell(new TransactionEvent.StepEnded(number, act, outcome.status(), error));
        return outcome.status();
    }

    private ArmError lastError() {
        return session.state().steps().values().stream()
                .flatMap(step -> step.ended().stream())
                .flatMap(end -> end.error().stream())
                .reduce((_, last) -> last)
                .orElseGet(
                        () ->
                                ArmError.of(
                                        "NoProgress",
                                        "Differences made by the deployment are left, and passes"
                                                + " bring nothing."));
    }
}
