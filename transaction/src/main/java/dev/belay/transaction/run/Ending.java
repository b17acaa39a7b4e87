package dev.belay.transaction.run;

import static java.util.stream.Collectors.joining;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.capture.LocksOver;
import dev.belay.transaction.change.Evidence;
import dev.belay.transaction.change.Finding;
import dev.belay.transaction.change.Reason;
import dev.belay.transaction.change.ResourceChange;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.execution.StepOutcome;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.StepState;
import dev.belay.transaction.plan.RollbackPlan;
import dev.belay.transaction.plan.RollbackStep;
import dev.belay.transaction.plan.StepStatus;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.transaction.verification.Verified;
import dev.belay.transaction.verification.Verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The end of an undo: everything read again, and the entry that says what came of it. */
final class Ending {

    private static final String SCOPE_LOCKED = "ScopeLocked";

    /** That a subscription lies in a management group: nothing of its own is lost with it. */
    private static final ResourceType PLACEMENT =
            ResourceType.of("Microsoft.Management/managementGroups/subscriptions");

    private final Session session;
    private final RollbackPlan plan;

    Ending(Session session, RollbackPlan plan) {
        this.session = session;
        this.plan = plan;
    }

    /**
     * Verifies, and ends the transaction if what is left is explained.
     *
     * @return false if something of ours is still there that a further pass could undo
     */
    boolean verify(Evidence evidence) {
        session.tell(new TransactionEvent.Verifying(evidence.before().entries().size()));
        Verified verified = new Verifier(session.reader(), session.knowledge()).verify(evidence);
        var findings = new ArrayList<>(verified.findings());
        plan.left().forEach(left -> findings.add(left(left)));
        findings.addAll(ofSteps());
        Set<ResourceId> explained = new LinkedHashSet<>();
        findings.stream()
                .filter(finding -> finding.reason().residue() && finding.paths().isEmpty())
                .map(Finding::id)
                .forEach(explained::add);
        boolean unreadable =
                verified.findings().stream().anyMatch(f -> f.reason() == Reason.UNREADABLE);
        if (unreadable
                || verified.open().stream().anyMatch(open -> !explained.contains(open.id()))) {
            return false;
        }
        proveSomething(evidence, verified);
        end(verified, distinct(findings));
        return true;
    }

    /**
     * Verifies, and ends the transaction with all that is left named: the strategy has no further
     * pass.
     *
     * @return false if not everything could be read
     */
    boolean settle(Evidence evidence) {
        session.tell(new TransactionEvent.Verifying(evidence.before().entries().size()));
        Verified verified = new Verifier(session.reader(), session.knowledge()).verify(evidence);
        if (verified.findings().stream().anyMatch(f -> f.reason() == Reason.UNREADABLE)) {
            return false;
        }
        var findings = new ArrayList<>(verified.findings());
        verified.open().forEach(open -> findings.add(notBroughtBack(open)));
        evidence.before().entries().keySet().stream()
                .filter(id -> evidence.before().present(id).isPresent())
                .filter(id -> evidence.after().absent(id))
                .filter(id -> verified.capture().present(id).isPresent())
                .forEach(id -> findings.add(recreated(id)));
        end(verified, distinct(findings));
        return true;
    }

    private static Finding notBroughtBack(ResourceChange change) {
        return switch (change) {
            case ResourceChange.Modified(var before, _, var paths) ->
                    new Finding(
                            before.id(),
                            paths,
                            Reason.NOT_BROUGHT_BACK,
                            "It is not as it was: the exported template did not set this.");
            case ResourceChange.Deleted(var before) ->
                    new Finding(
                            before.id(),
                            List.of(),
                            Reason.NOT_BROUGHT_BACK,
                            "It is gone: the exported template lacked it.");
            case ResourceChange.Created(var now, _) ->
                    new Finding(
                            now.id(),
                            List.of(),
                            Reason.NOT_BROUGHT_BACK,
                            "The deployment created it, and mode Complete left it.");
            case ResourceChange.Appeared(var now) ->
                    new Finding(now.id(), List.of(), Reason.NOT_OURS, "It was not there before.");
        };
    }

    private static void proveSomething(Evidence evidence, Verified verified) {
        boolean nothing =
                verified.proof().comparedProperties() == 0 && verified.proof().provenAbsent() == 0;
        if (nothing && !evidence.touches().isEmpty() && verified.findings().isEmpty()) {
            throw new IllegalStateException(
                    "The undo of "
                            + evidence.touches().keySet()
                            + " was verified without comparing anything.");
        }
    }

    private void end(Verified verified, List<Finding> findings) {
        Digest capture = session.journal().keep(verified.capture().toText());
        List<Finding> residue = findings.stream().filter(f -> f.reason().residue()).toList();
        List<Finding> leftAlone = findings.stream().filter(f -> !f.reason().residue()).toList();
        session.entry(
                residue.isEmpty()
                        ? new JournalEntry.RolledBack(
                                session.now(), capture, verified.proof(), leftAlone)
                        : new JournalEntry.RolledBackExcept(
                                session.now(), capture, verified.proof(), residue, leftAlone));
    }

    private static Finding left(RollbackStep.LeaveAlone left) {
        return new Finding(
                left.id(),
                left.paths(),
                left.reason(),
                left.reason() == Reason.UNDELETABLE
                        ? "The deployment created it, and its type cannot be deleted."
                        : "The deployment created it, and somebody changed or replaced it since.");
    }

    /** What the newest step of each resource says of what is left. */
    private List<Finding> ofSteps() {
        Map<ResourceId, StepState> newest = new LinkedHashMap<>();
        var findings = new ArrayList<Finding>();
        for (StepState step : session.state().steps().values()) {
            newest.put(step.act().id(), step);
            if (step.act() instanceof RollbackStep.RecreateDeleted
                    && reached(step, StepStatus.DONE)
                    && !step.act().id().type().equals(PLACEMENT)) {
                findings.add(recreated(step.act().id()));
            }
        }
        newest.values().stream()
                .filter(step -> reached(step, StepStatus.BLOCKED))
                .map(this::blocked)
                .forEach(findings::add);
        return findings;
    }

    private static Finding recreated(ResourceId id) {
        return new Finding(
                id,
                List.of(JsonPointer.ROOT),
                Reason.RECREATED,
                "It had to be created again: its data and the ids that the server gave are not the"
                        + " old ones.");
    }

    private static boolean reached(StepState step, StepStatus status) {
        return step.ended().filter(end -> end.status() == status).isPresent();
    }

    private Finding blocked(StepState step) {
        ArmError error =
                step.ended()
                        .flatMap(JournalEntry.StepEnded::error)
                        .orElseGet(() -> ArmError.of("Blocked", "Something stands in the way."));
        Reason reason =
                switch (error.code()) {
                    case StepOutcome.FOREIGN_INSIDE -> Reason.FOREIGN_INSIDE;
                    case StepOutcome.IN_USE -> Reason.IN_USE;
                    default -> Reason.LOCKED;
                };
        String locks =
                error.code().equals(SCOPE_LOCKED)
                        ? LocksOver.read(session.client(), List.of(step.act().id())).stream()
                                .map(lock -> " Held by " + lock.words() + ".")
                                .collect(joining())
                        : "";
        return new Finding(step.act().id(), List.of(), reason, error.message() + locks);
    }

    private static List<Finding> distinct(List<Finding> findings) {
        Map<String, Finding> byKey = new LinkedHashMap<>();
        findings.forEach(
                finding ->
                        byKey.putIfAbsent(
                                finding.id().folded() + finding.reason() + finding.paths(),
                                finding));
        return List.copyOf(byKey.values());
    }
}
