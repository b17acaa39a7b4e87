package dev.belay.transaction.run;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.transaction.change.Evidence;
import dev.belay.transaction.change.Later;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.OperationRecord;
import dev.belay.transaction.journal.StepState;
import dev.belay.transaction.journal.TransactionState;
import dev.belay.transaction.plan.RollbackStep;
import dev.belay.transaction.plan.StepStatus;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The evidence that a log holds. */
final class Evidences {

    private Evidences() {}

    /**
     * @param later the state right after, as later transactions of the same run left it
     */
    static Evidence of(RunJournal journal, Later later) {
        TransactionState state = journal.state();
        return new Evidence(
                journal.before(),
                journal.sent(),
                later,
                touches(state),
                undone(journal),
                state.accepted());
    }

    /** The state right after a deployment, with what later transactions of its run did. */
    static Later later(Session session) {
        List<Later.Transaction> transactions =
                new History(session.outside().store())
                        .laterOfRun(session.journal()).stream()
                                .filter(journal -> journal.state().after().isPresent())
                                .map(Evidences::transaction)
                                .toList();
        return Later.of(session.knowledge(), session.journal().after(), transactions);
    }

    private static Later.Transaction transaction(RunJournal journal) {
        return new Later.Transaction(journal.before(), journal.after(), journal.last());
    }

    /** What the operations say, deployments left out. */
    static Map<ResourceId, Evidence.Touch> touches(TransactionState state) {
        var touches = new LinkedHashMap<ResourceId, Evidence.Touch>();
        var seen = new HashSet<ResourceId>();
        for (OperationRecord operation : state.operations().values()) {
            if (!operation.creates() && !operation.deletes()) {
                continue;
            }
            operation
                    .target()
                    .filter(target -> !target.type().equals(ResourceType.DEPLOYMENT))
                    .ifPresent(
                            target -> {
                                boolean first = seen.add(target);
                                if (operation.succeeded()) {
                                    touches.put(
                                            target,
                                            first
                                                    ? Evidence.Touch.WRITTEN_ONCE
                                                    : Evidence.Touch.WRITTEN);
                                } else if (touches.get(target) == Evidence.Touch.WRITTEN_ONCE) {
                                    touches.put(target, Evidence.Touch.WRITTEN);
                                } else {
                                    touches.putIfAbsent(target, Evidence.Touch.ATTEMPTED);
                                }
                            });
        }
        return touches;
    }

    /** The newest step of each resource that may have written it. */
    private static Map<ResourceId, Evidence.UndoWrite> undone(RunJournal journal) {
        var undone = new LinkedHashMap<ResourceId, Evidence.UndoWrite>();
        for (StepState step : journal.state().steps().values()) {
            if (step.act() instanceof RollbackStep.RedeployExport(_, var deployment)) {
                // it may have written or deleted everything in the group, whoever changed it last
                journal.before().entries().keySet().stream()
                        .filter(id -> id.scope().equals(deployment.scope()))
                        .forEach(
                                id ->
                                        undone.put(
                                                id,
                                                new Evidence.UndoWrite(
                                                        Optional.empty(), List.of())));
                continue;
            }
            boolean harmless =
                    step.ended()
                            .map(JournalEntry.StepEnded::status)
                            .filter(
                                    status ->
                                            status == StepStatus.BLOCKED
                                                    || status == StepStatus.OVERTAKEN)
                            .isPresent();
            if (!harmless) {
                undone.put(
                        step.act().id(),
                        new Evidence.UndoWrite(
                                step.ended().flatMap(JournalEntry.StepEnded::digest),
                                step.act().paths()));
            }
        }
        return undone;
    }
}
