package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.transaction.change.Finding;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.OperationRecord;
import dev.belay.transaction.journal.Proof;
import dev.belay.transaction.journal.TransactionState;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reports made of a log, and of refusals that left none. */
final class Reports {

    private Reports() {}

    /** A refusal before, or instead of, anything that a log could hold. */
    static Report refused(
            Optional<String> transaction, String deployment, Scope scope, ArmError error) {
        return without(transaction, deployment, scope, Verdict.REFUSED, error);
    }

    /** Before anything that a log could hold ARM gave no answer. */
    static Report unanswered(String deployment, Scope scope, ArmError error) {
        return without(Optional.empty(), deployment, scope, Verdict.UNTOUCHED, error);
    }

    private static Report without(
            Optional<String> transaction,
            String deployment,
            Scope scope,
            Verdict verdict,
            ArmError error) {
        return new Report(
                transaction,
                deployment,
                scope,
                verdict,
                Proof.NONE,
                List.of(),
                Optional.of(new Report.Failure(error, Optional.empty(), Optional.empty())),
                List.of(),
                List.of(),
                List.of(),
                Json.object(),
                List.of());
    }

    /** A refusal to work on a transaction that the log holds; the log is left as it is. */
    static TransactionOutcome refusal(RunJournal journal, ArmError error) {
        JournalEntry.Opened opened = journal.state().opened().orElseThrow();
        return new TransactionOutcome.Reported(
                refused(
                        Optional.of(journal.log().id()),
                        opened.request().name(),
                        opened.request().scope(),
                        error));
    }

    /** What the log says; {@code NOT_RESTORED} while the transaction is unfinished. */
    static Report of(RunJournal journal, List<String> notes) {
        return of(journal, verdict(journal.state()), notes);
    }

    static Report of(RunJournal journal, Verdict verdict, List<String> notes) {
        TransactionState state = journal.state();
        JournalEntry.Opened opened = state.opened().orElseThrow();
        var said = new ArrayList<>(notes);
        if (state.last().orElseThrow() instanceof JournalEntry.Untouched untouched) {
            said.add(untouched.reason());
        }
        cancelled(state).ifPresent(said::add);
        if (stopped(state)) {
            said.add(
                    "Once what stands in the way is taken away, 'belay resume "
                            + journal.log().id()
                            + "' goes on.");
        }
        if (!state.phase().finished()) {
            said.add(
                    "The transaction is unfinished; 'belay resume "
                            + state.run().orElse(journal.log().id())
                            + "' goes on with it.");
        }
        return new Report(
                Optional.of(journal.log().id()),
                opened.request().name(),
                opened.request().scope(),
                verdict,
                proof(state),
                saved(journal),
                failure(state),
                steps(state),
                residue(state),
                leftAlone(state),
                state.ended().map(JournalEntry.DeploymentEnded::outputs).orElse(Json.object()),
                said);
    }

    /** Whether its undo ended where something of others stood in the way. */
    static boolean stopped(TransactionState state) {
        return residue(state).stream().anyMatch(finding -> finding.reason().mayPass());
    }

    /** That the deployment was cancelled, and by whom as far as known. */
    private static Optional<String> cancelled(TransactionState state) {
        boolean ended =
                state.ended().filter(end -> end.state().equalsIgnoreCase("Canceled")).isPresent();
        return ended
                ? Optional.of(
                        state.cancel()
                                .map(asked -> "The deployment was cancelled by " + asked.by() + ".")
                                .orElse(
                                        "The deployment was cancelled in ARM by somebody else, not"
                                                + " by this run."))
                : Optional.empty();
    }

    private static Verdict verdict(TransactionState state) {
        return switch (state.phase()) {
            case COMMITTED -> Verdict.COMMITTED;
            case KEPT -> Verdict.KEPT;
            case ROLLED_BACK -> Verdict.RESTORED;
            case ROLLED_BACK_EXCEPT -> Verdict.RESTORED_WITH_RESIDUE;
            case REFUSED -> Verdict.REFUSED;
            case UNTOUCHED -> Verdict.UNTOUCHED;
            case HELD -> Verdict.HELD;
            case NEW, OPEN, GUARDED, SUBMITTED, ACCEPTED, ENDED, QUIET, ASKED, UNDOING ->
                    Verdict.NOT_RESTORED;
        };
    }

    private static Proof proof(TransactionState state) {
        return switch (state.last().orElseThrow()) {
            case JournalEntry.RolledBack end -> end.proof();
            case JournalEntry.RolledBackExcept end -> end.proof();
            case JournalEntry _ -> Proof.NONE;
        };
    }

    private static List<Finding> residue(TransactionState state) {
        return state.last().orElseThrow() instanceof JournalEntry.RolledBackExcept end
                ? end.differences()
                : List.of();
    }

    private static List<Finding> leftAlone(TransactionState state) {
        return switch (state.last().orElseThrow()) {
            case JournalEntry.RolledBack end -> end.leftAlone();
            case JournalEntry.RolledBackExcept end -> end.leftAlone();
            case JournalEntry _ -> List.of();
        };
    }

    private static List<Report.Saved> saved(RunJournal journal) {
        if (journal.state().snapshot().isEmpty()) {
            return List.of();
        }
        return journal.before().entries().values().stream()
                .map(
                        entry ->
                                new Report.Saved(
                                        entry.id(),
                                        entry.apiVersion(),
                                        entry instanceof SnapshotEntry.Present))
                .toList();
    }

    private static List<Report.Step> steps(TransactionState state) {
        return state.steps().values().stream()
                .map(
                        step ->
                                new Report.Step(
                                        step.number(),
                                        step.act().kind(),
                                        step.act().id(),
                                        step.act().paths(),
                                        step.ended().map(JournalEntry.StepEnded::status),
                                        step.ended().flatMap(JournalEntry.StepEnded::error)))
                .toList();
    }

    /** The innermost failed operation, else the deployment's own error, else the refusal. */
    private static Optional<Report.Failure> failure(TransactionState state) {
        if (state.last().orElseThrow() instanceof JournalEntry.Refused refused) {
            return Optional.of(plain(refused.error()));
        }
        return state.operations().values().stream()
                .filter(OperationRecord::failed)
                .filter(operation -> operation.target().isPresent())
                .filter(
                        operation ->
                                !operation.target().get().type().equals(ResourceType.DEPLOYMENT))
                .sorted(Comparator.comparing(OperationRecord::key))
                .findFirst()
                .map(Reports::failure)
                .or(
                        () ->
                                state.ended()
                                        .flatMap(JournalEntry.DeploymentEnded::error)
                                        .map(error -> plain(error.innermost())));
    }

    private static Report.Failure failure(OperationRecord operation) {
        ArmError error =
                operation
                        .error()
                        .map(ArmError::innermost)
                        .orElseGet(() -> ArmError.of("ResourceDeploymentFailure", ""));
        return new Report.Failure(error, operation.target(), operation.statusCode());
    }

    private static Report.Failure plain(ArmError error) {
        return new Report.Failure(error, Optional.empty(), Optional.empty());
    }
}
