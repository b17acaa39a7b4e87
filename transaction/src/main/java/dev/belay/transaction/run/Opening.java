package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.client.call.Answer;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.RecordedRequest;
import dev.belay.transaction.log.LeaseAnswer;
import dev.belay.transaction.log.LeaseBook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A deployment from its lease to its verdict. */
final class Opening {

    private final Outside outside;
    private final History history;
    private final DeployRequest request;
    private final Consumer<TransactionEvent> listener;
    private final String id;
    private final TypeKnowledge knowledge;
    private final Prepared prepared;

    Opening(
            Outside outside,
            DeployRequest request,
            Consumer<TransactionEvent> listener,
            String id,
            TypeKnowledge knowledge,
            Prepared prepared) {
        this.outside = outside;
        this.history = new History(outside.store());
        this.request = request;
        this.listener = listener;
        this.id = id;
        this.knowledge = knowledge;
        this.prepared = prepared;
    }

    TransactionOutcome run() {
        LeaseBook book = outside.store().leases(prepared.context().tenantId());
        Duration asked = outside.clock().monotonic();
        return switch (book.acquire(
                id, List.copyOf(prepared.targets().scopes()), outside.leaseLasts())) {
            case LeaseAnswer.Denied(var holders) -> refused(request, id, Takeover.busy(holders));
            case LeaseAnswer.Granted(var lease, _) ->
                    leased(
                            lease.fence(),
                            new LeaseKeeper(book, outside, lease, asked),
                            Optional.empty(),
                            _ -> {});
        };
    }

    /** The same under the lease of a workflow run, which grows by what is touched. */
    TransactionOutcome run(RunLease lease, Consumer<Session> opened) {
        String tenant = prepared.context().tenantId();
        if (!tenant.equalsIgnoreCase(lease.tenant())) {
            return refused(
                    request,
                    id,
                    ArmError.of(
                            "OtherTenant",
                            "The scope lies in the tenant '"
                                    + tenant
                                    + "', the workflow run in '"
                                    + lease.tenant()
                                    + "'."));
        }
        List<Scope> scopes = List.copyOf(prepared.targets().scopes());
        Optional<ArmError> busy = lease.extend(scopes);
        if (busy.isEmpty()) {
            lease.enter(id, scopes);
        }
        return busy.map(error -> refused(request, id, error))
                .orElseGet(
                        () ->
                                leased(
                                        lease.fence(),
                                        lease.keeper(),
                                        Optional.of(lease.run()),
                                        opened));
    }

    private TransactionOutcome leased(
            long fence, LeaseKeeper keeper, Optional<String> run, Consumer<Session> opened) {
        List<RunJournal> unfinished =
                history.unfinished(outside.origin(), prepared.targets().scopes(), run);
        if (!unfinished.isEmpty()) {
            keeper.release();
            return refused(request, id, unfinished(unfinished.getFirst()));
        }
        var session =
                new Session(
                        outside,
                        outside.client(keeper),
                        knowledge,
                        RunJournal.of(outside.store().create(id, fence)),
                        keeper,
                        listener,
                        new Redaction(prepared.targets().secrets()),
                        Optional.of(prepared.openOutputs()),
                        request.timeout());
        opened.accept(session);
        return Rollback.guarded(session, () -> opened(session, run));
    }

    private TransactionOutcome opened(Session session, Optional<String> run) {
        session.entry(entry(session, run));
        session.tell(new TransactionEvent.Opened(id, prepared.deployment(), request.scope()));
        new Deploying(session, request, prepared).submit();
        return Rollback.toVerdict(session);
    }

    private JournalEntry.Opened entry(Session session, Optional<String> run) {
        return new JournalEntry.Opened(
                session.now(),
                outside.origin(),
                prepared.context().tenantId(),
                prepared.context().subscription().flatMap(body -> body.textAt("/subscriptionId")),
                outside.catalog().digest(),
                new RecordedRequest(
                        request.scope(),
                        prepared.deployment(),
                        request.mode(),
                        request.onFailure(),
                        request.strategy(),
                        Optional.empty(),
                        request.acceptDeletions(),
                        request.liftLocks(),
                        request.timeout()),
                outside.owner().toString(),
                run,
                List.copyOf(prepared.openOutputs()));
    }

    private static ArmError unfinished(RunJournal journal) {
        String id = journal.log().id();
        return ArmError.of(
                "UnfinishedTransaction",
                "The transaction '"
                        + id
                        + "' is unfinished in this scope; go on with it first: 'belay resume "
                        + journal.state().run().orElse(id)
                        + "'.");
    }

    /** It ended before it was opened. */
    static TransactionOutcome refused(DeployRequest request, String id, ArmError error) {
        String name = Prepared.name(request, id);
        if (error.code().equals(Answer.NO_ANSWER)) {
            var open =
                    ArmError.of(
                            error.code(),
                            error.message() + " Nothing was touched; run the command again.");
            return new TransactionOutcome.Reported(Reports.unanswered(name, request.scope(), open));
        }
        return new TransactionOutcome.Reported(
                Reports.refused(Optional.empty(), name, request.scope(), error));
    }
}
