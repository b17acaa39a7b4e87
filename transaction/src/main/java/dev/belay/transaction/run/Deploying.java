package dev.belay.transaction.run;

import static java.util.stream.Collectors.joining;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.client.call.Answer;
import dev.belay.client.call.Deployments;
import dev.belay.client.call.Read;
import dev.belay.client.call.Written;
import dev.belay.transaction.capture.LocksOver;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.RecordedRequest;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.List;
import java.util.Optional;

/**
 * The way forward: preflight, snapshot, submission. It is never taken again: a run that takes the
 * transaction up later finds out what became of it.
 */
final class Deploying {

    private static final int FORBIDDEN = 403;

    private final Session session;
    private final DeployRequest request;
    private final Prepared prepared;
    private final Deployments deployments;
    private final ResourceId deployment;

    Deploying(Session session, DeployRequest request, Prepared prepared) {
        this.session = session;
        this.request = request;
        this.prepared = prepared;
        this.deployments = new Deployments(session.client());
        this.deployment = Deployments.id(request.scope(), prepared.deployment());
    }

    /** Goes as far as the submission, or to an end before it. */
    void submit() {
        String body =
                DeploymentBody.of(
                        request,
                        request.mode(),
                        prepared.parameters(),
                        session.journal().log().id());
        check(deployments.validate(deployment, body));
        if (!over()) {
            capture();
        }
        if (over()) {
            return;
        }
        session.entry(new JournalEntry.DeploymentSubmitted(session.now(), deployment));
        accept(deployments.begin(deployment, body));
    }

    private void check(Written preflight) {
        switch (preflight) {
            case Written.Accepted _ -> {}
            case Written.Refused(var error, var status) ->
                    refuse(status == FORBIDDEN ? where(error) : locked(error));
            case Written.Unknown(var error) -> unanswered(error);
        }
    }

    /** No answer is no refusal: nothing was sent, and asking again may well succeed. */
    private void unanswered(ArmError error) {
        ArmError open = session.redaction().of(error);
        session.entry(
                new JournalEntry.Untouched(
                        session.now(),
                        "ARM gave no answer, however often it was asked ("
                                + open.code()
                                + ": "
                                + open.message()
                                + ") Nothing was sent; run the command again."));
    }

    private boolean over() {
        return session.state().phase().finished() || stopped();
    }

    /**
     * A right that is missing, and the scope at which it is needed: ARM's text is easily misread.
     */
    private ArmError where(ArmError error) {
        String needed =
                request.scope() instanceof Scope.Tenant
                        ? " Rights are needed at the tenant root '/', which lies above the root"
                                + " management group: a role at that group does not count there."
                        : " Rights are needed at '" + request.scope().path() + "' or above it.";
        return error.adding(needed);
    }

    /** ARM names the scope that is locked; people need the lock. */
    private ArmError locked(ArmError error) {
        return error.innermost().code().equals("ScopeLocked")
                ? error.adding(
                        LocksOver.read(session.client(), prepared.targets().versions().keySet())
                                .stream()
                                .map(lock -> " Held by " + lock.words() + ".")
                                .collect(joining()))
                : error;
    }

    private void refuse(ArmError error) {
        session.entry(new JournalEntry.Refused(session.now(), session.redaction().of(error)));
    }

    /** Ends the transaction as untouched if somebody wants it to stop. */
    private boolean stopped() {
        Optional<String> by = session.cancelAsked();
        by.ifPresent(
                who ->
                        session.entry(
                                new JournalEntry.Untouched(
                                        session.now(),
                                        "Interrupted before it was sent, by " + who + ".")));
        return by.isPresent();
    }

    private void capture() {
        session.tell(new TransactionEvent.Capturing(prepared.targets().versions().size()));
        Snapshot snapshot =
                session.reader().read(prepared.targets().versions(), prepared.targets().scopes());
        List<SnapshotEntry.Unreadable> gaps = snapshot.unreadable();
        if (!gaps.isEmpty()) {
            gap(gaps.getFirst());
            return;
        }
        Optional<Digest> export = Optional.empty();
        if (request.strategy() == RecordedRequest.Strategy.COMPLETE) {
            switch (new Exporting(session, request, prepared).take(snapshot)) {
                case Exporting.Result.Refused(var error) -> {
                    refuse(error);
                    return;
                }
                case Exporting.Result.Taken(var taken) ->
                        export = Optional.of(session.journal().keep(taken.toText()));
            }
        }
        session.entry(
                new JournalEntry.SnapshotTaken(
                        session.now(),
                        session.journal().keep(snapshot.toText()),
                        session.journal().keep(prepared.targets().sent().toText()),
                        export));
        int present =
                (int)
                        snapshot.entries().values().stream()
                                .filter(SnapshotEntry.Present.class::isInstance)
                                .count();
        session.tell(new TransactionEvent.Captured(present, snapshot.entries().size() - present));
        nameLocks(snapshot);
    }

    private void gap(SnapshotEntry.Unreadable gap) {
        if (gap.error().code().equals(Answer.NO_ANSWER)) {
            unanswered(gap.error());
            return;
        }
        refuse(
                ArmError.of(
                                gap.error().code(),
                                "'"
                                        + gap.id()
                                        + "' cannot be read, so it could not be restored: "
                                        + gap.error().message())
                        .withTarget(gap.id().path()));
    }

    /** Says before the deployment which locks stand in its way, or in the way of its undo. */
    private void nameLocks(Snapshot snapshot) {
        for (LocksOver.Lock lock :
                LocksOver.read(session.client(), snapshot.entries().sequencedKeySet())) {
            List<ResourceId> made = held(snapshot, lock, SnapshotEntry.Absent.class);
            List<ResourceId> changed = held(snapshot, lock, SnapshotEntry.Present.class);
            if (!made.isEmpty()) {
                note(
                        lock.words()
                                + " forbids deletions. Should the deployment fail, the undo could"
                                + " not delete what it makes: "
                                + names(made));
            }
            if (!changed.isEmpty() && lock.forbidsWrites()) {
                note(lock.words() + " forbids changes of what is there: " + names(changed));
            }
        }
    }

    private void note(String sentence) {
        session.tell(new TransactionEvent.Note("Known before the deployment: " + sentence + "."));
    }

    private static List<ResourceId> held(
            Snapshot snapshot, LocksOver.Lock lock, Class<? extends SnapshotEntry> kind) {
        return snapshot.entries().values().stream()
                .filter(kind::isInstance)
                .map(SnapshotEntry::id)
                .filter(lock::holds)
                .toList();
    }

    private static String names(List<ResourceId> ids) {
        return ids.stream().map(ResourceId::name).collect(joining(", "));
    }

    private void accept(Written written) {
        switch (written) {
            case Written.Accepted(var response) -> accepted(response.status());
            case Written.Refused(var error, var status) -> {
                boolean active = error.code().equals("DeploymentActive");
                if (active && adopted()) {
                    accepted(status);
                } else {
                    refuse(error);
                }
            }
            case Written.Unknown(var error) ->
                    session.tell(
                            new TransactionEvent.Note(
                                    "The answer to the deployment is not known ("
                                            + error.code()
                                            + "); looking for it."));
        }
    }

    private void accepted(int status) {
        session.entry(new JournalEntry.DeploymentAccepted(session.now(), status));
        session.tell(new TransactionEvent.Submitted(prepared.deployment()));
    }

    /**
     * Whether the running deployment of this name is ours, sent by an attempt without an answer.
     */
    private boolean adopted() {
        return deployments.get(deployment) instanceof Read.Found found
                && TransactionRun.isOurs(found, session.journal().log().id());
    }
}
