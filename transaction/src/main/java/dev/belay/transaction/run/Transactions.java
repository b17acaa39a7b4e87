package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.client.call.ArmClient;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.RecordedRequest;
import dev.belay.transaction.log.Lease;
import dev.belay.transaction.log.LeaseAnswer;
import dev.belay.transaction.log.LeaseBook;
import dev.belay.transaction.snapshot.Snapshot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The transactions of one store against one ARM. */
public final class Transactions {

    /** The code of a refusal that the acceptance of deletions lifts. */
    public static final String DELETIONS_NOT_ACCEPTED = "DeletionsNotAccepted";

    private final Outside outside;
    private final History history;

    public Transactions(Outside outside) {
        this.outside = outside;
        this.history = new History(outside.store());
    }

    /** Saves, deploys, and undoes a failure. */
    public TransactionOutcome deploy(DeployRequest request, Consumer<TransactionEvent> listener) {
        String id = outside.entropy().nextUuid().toString().replace("-", "");
        ArmClient client = outside.client();
        var knowledge = new TypeKnowledge(outside.catalog());
        return switch (Prepared.of(outside, client, knowledge, request, id)) {
            case Prepared.Result.BadInput(var diagnostics) ->
                    new TransactionOutcome.BadInput(diagnostics);
            case Prepared.Result.Refused(var error) -> refused(request, id, error);
            case Prepared.Result.Ready(var prepared) ->
                    new Opening(request, listener, id, knowledge, prepared).run();
        };
    }

    private static TransactionOutcome refused(DeployRequest request, String id, ArmError error) {
        return new TransactionOutcome.Reported(
                Reports.refused(
                        Optional.empty(), Prepared.name(request, id), request.scope(), error));
    }

    /** A deployment from its lease to its verdict. */
    private final class Opening {

        private final DeployRequest request;
        private final Consumer<TransactionEvent> listener;
        private final String id;
        private final TypeKnowledge knowledge;
        private final Prepared prepared;

        Opening(
                DeployRequest request,
                Consumer<TransactionEvent> listener,
                String id,
                TypeKnowledge knowledge,
                Prepared prepared) {
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
                case LeaseAnswer.Denied(var holders) ->
                        refused(request, id, Takeover.busy(holders));
                case LeaseAnswer.Granted(var lease, _) ->
                        leased(lease, new LeaseKeeper(book, outside, lease, asked));
            };
        }

        private TransactionOutcome leased(Lease lease, LeaseKeeper keeper) {
            List<String> unfinished =
                    history.unfinished(outside.origin(), prepared.targets().scopes());
            if (!unfinished.isEmpty()) {
                keeper.release();
                return refused(request, id, unfinished(unfinished));
            }
            var session =
                    new Session(
                            outside,
                            outside.client(keeper),
                            knowledge,
                            RunJournal.of(outside.store().create(id, lease.fence())),
                            keeper,
                            listener,
                            new Redaction(prepared.targets().secrets()),
                            Optional.of(prepared.openOutputs()),
                            request.timeout());
            return Rollback.guarded(session, () -> opened(session));
        }

        private TransactionOutcome opened(Session session) {
            session.entry(entry(session));
            session.tell(new TransactionEvent.Opened(id, prepared.deployment(), request.scope()));
            new Deploying(session, request, prepared).submit();
            return Rollback.toVerdict(session);
        }

        private JournalEntry.Opened entry(Session session) {
            return new JournalEntry.Opened(
                    session.now(),
                    outside.origin(),
                    prepared.context().tenantId(),
                    prepared.context()
                            .subscription()
                            .flatMap(body -> body.textAt("/subscriptionId")),
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
                    outside.owner().toString());
        }
    }

    private static ArmError unfinished(List<String> transactions) {
        return ArmError.of(
                "UnfinishedTransaction",
                "The transaction '"
                        + transactions.getFirst()
                        + "' is unfinished in this scope; go on with it first: 'belay resume "
                        + transactions.getFirst()
                        + "'.");
    }

    /**
     * Undoes a transaction now, whether its deployment failed, succeeded or was interrupted.
     *
     * @return empty if the store has no transaction of this id
     */
    public Optional<TransactionOutcome> rollback(
            String transactionId, RollbackOptions options, Consumer<TransactionEvent> listener) {
        return history.find(transactionId)
                .map(journal -> new Rollback(outside, history, options, listener).of(journal));
    }

    /**
     * Goes on with a transaction whose process died; the deployment is never sent again.
     *
     * @param timeout the longest wait for ARM to come to rest; empty: as the deployment was told
     * @return empty if the store has no transaction of this id
     */
    public Optional<Resumption> resume(
            String transactionId, Optional<Duration> timeout, Consumer<TransactionEvent> listener) {
        return history.find(transactionId)
                .map(
                        journal ->
                                new Resume(outside, history, timeout, listener, journal)
                                        .of(journal));
    }

    /** Every transaction of the store, oldest first. */
    public List<TransactionSummary> list() {
        return history.list();
    }

    /** What the log says of a transaction so far; empty if there is none of this id. */
    public Optional<Report> show(String transactionId) {
        return history.find(transactionId).map(journal -> Reports.of(journal, List.of()));
    }

    /** What was saved before the deployment; empty if there is none or it was not reached. */
    public Optional<Snapshot> saved(String transactionId) {
        return history.find(transactionId)
                .filter(journal -> journal.state().snapshot().isPresent())
                .map(RunJournal::before);
    }
}
