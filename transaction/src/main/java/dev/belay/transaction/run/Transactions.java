package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.client.call.ArmClient;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.event.TransactionEvent;

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
    private final Optional<String> subscription;

    public Transactions(Outside outside) {
        this(outside, Optional.empty());
    }

    private Transactions(Outside outside, Optional<String> subscription) {
        this.outside = outside;
        this.history = new History(outside.store());
        this.subscription = subscription;
    }

    /** The same; those of another subscription than this one, if any is named, are refused. */
    public Transactions of(Optional<String> named) {
        return new Transactions(outside, named);
    }

    /** Saves, deploys, and undoes a failure. */
    public TransactionOutcome deploy(DeployRequest request, Consumer<TransactionEvent> listener) {
        String id = outside.entropy().nextUuid().toString().replace("-", "");
        ArmClient client = outside.client();
        var knowledge = new TypeKnowledge(outside.catalog());
        return switch (Prepared.of(outside, client, knowledge, request, id)) {
            case Prepared.Result.BadInput(var diagnostics) ->
                    new TransactionOutcome.BadInput(diagnostics);
            case Prepared.Result.Refused(var error) -> Opening.refused(request, id, error);
            case Prepared.Result.Ready(var prepared) ->
                    new Opening(outside, request, listener, id, knowledge, prepared).run();
        };
    }

    /**
     * Saves and deploys inside a workflow run: it ends held, whether it failed or succeeded.
     *
     * @param opened gets the session once the transaction has its log
     */
    TransactionOutcome deploy(
            String id,
            DeployRequest request,
            RunLease lease,
            Consumer<Session> opened,
            Consumer<TransactionEvent> listener) {
        ArmClient client = outside.client();
        var knowledge = new TypeKnowledge(outside.catalog());
        return switch (Prepared.of(outside, client, knowledge, request, id)) {
            case Prepared.Result.BadInput(var diagnostics) ->
                    new TransactionOutcome.BadInput(diagnostics);
            case Prepared.Result.Refused(var error) -> Opening.refused(request, id, error);
            case Prepared.Result.Ready(var prepared) ->
                    new Opening(outside, request, listener, id, knowledge, prepared)
                            .run(lease, opened);
        };
    }

    /** What a deployment could touch, by its expansion; nothing is opened, nothing sent. */
    public Preview preview(DeployRequest request) {
        String id = outside.entropy().nextUuid().toString().replace("-", "");
        var knowledge = new TypeKnowledge(outside.catalog());
        return switch (Prepared.of(outside, outside.client(), knowledge, request, id)) {
            case Prepared.Result.BadInput(var diagnostics) -> new Preview.BadInput(diagnostics);
            case Prepared.Result.Refused(var error) -> new Preview.Refused(error);
            case Prepared.Result.Ready(var prepared) ->
                    new Preview.Touching(List.copyOf(prepared.targets().versions().keySet()));
        };
    }

    /** Whether a workflow run still has to decide about it; then nobody else may. */
    private static Optional<TransactionOutcome> heldByRun(RunJournal journal) {
        return journal.state()
                .run()
                .filter(_ -> !journal.state().phase().finished())
                .map(
                        run ->
                                Reports.refusal(
                                        journal,
                                        ArmError.of(
                                                "HeldByRun",
                                                "The transaction is a step of the workflow run '"
                                                        + run
                                                        + "', which is unfinished; go on with the"
                                                        + " run: 'belay resume "
                                                        + run
                                                        + "'.")));
    }

    /**
     * Undoes a transaction now, whether its deployment failed, succeeded or was interrupted.
     *
     * @return empty if the store has no transaction of this id
     */
    public Optional<TransactionOutcome> rollback(
            String transactionId, RollbackOptions options, Consumer<TransactionEvent> listener) {
        return history.find(transactionId)
                .map(
                        journal ->
                                heldByRun(journal)
                                        .or(() -> elsewhere(journal))
                                        .orElseGet(
                                                () ->
                                                        new Rollback(
                                                                        outside, history, options,
                                                                        listener)
                                                                .of(journal)));
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
                                heldByRun(journal)
                                        .or(() -> elsewhere(journal))
                                        .map(refusal -> new Resumption(refusal, false))
                                        .orElseGet(
                                                () ->
                                                        new Resume(
                                                                        outside, history, timeout,
                                                                        listener, journal)
                                                                .of(journal)));
    }

    /** Why it is not of the subscription that was named. */
    private Optional<TransactionOutcome> elsewhere(RunJournal journal) {
        Optional<String> made = journal.state().opened().orElseThrow().subscription();
        return subscription
                .filter(named -> made.filter(id -> !id.equalsIgnoreCase(named)).isPresent())
                .map(
                        named ->
                                Reports.refusal(
                                        journal,
                                        ArmError.of(
                                                "OtherSubscription",
                                                "The transaction was made in the subscription '"
                                                        + made.orElseThrow()
                                                        + "', not in '"
                                                        + named
                                                        + "', which '--subscription' or the"
                                                        + " environment names; run the command"
                                                        + " again with '--subscription "
                                                        + made.orElseThrow()
                                                        + "'.")));
    }

    /** Every transaction of the store, oldest first. */
    public List<TransactionSummary> list() {
        return history.list();
    }
}
