package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.client.call.Deployments;
import dev.belay.client.call.Read;
import dev.belay.json.Json;
import dev.belay.template.value.Value;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.Phase;
import dev.belay.transaction.journal.RecordedRequest.Strategy;
import dev.belay.transaction.log.TransactionLog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The transactions of one workflow run, under the run's lease. They end held, whether they failed
 * or succeeded; the run decides what becomes of them. Different transactions may be worked on at
 * the same time, one of them by one thread only.
 */
public final class HeldTransactions {

    private final Outside outside;
    private final RunLease lease;
    private final Transactions transactions;
    private final TransactionRecords records;
    private final History history;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    public HeldTransactions(Outside outside, RunLease lease) {
        this.outside = outside;
        this.lease = lease;
        this.transactions = new Transactions(outside);
        this.records = new TransactionRecords(outside.store());
        this.history = new History(outside.store());
    }

    /**
     * Saves and deploys.
     *
     * @param id of the new transaction
     */
    public HeldOutcome deploy(
            String id, DeployRequest request, Consumer<TransactionEvent> listener) {
        try {
            return held(
                    id,
                    transactions.deploy(
                            id, request, lease, session -> sessions.put(id, session), listener));
        } finally {
            lease.leave(id);
        }
    }

    private HeldOutcome held(String id, TransactionOutcome outcome) {
        return switch (outcome) {
            case TransactionOutcome.BadInput(var diagnostics) ->
                    new HeldOutcome.BadInput(diagnostics);
            case TransactionOutcome.Stopped _ -> new HeldOutcome.Stopped();
            case TransactionOutcome.Reported(var report) ->
                    sessions.containsKey(id) ? standing(report) : new HeldOutcome.Finished(report);
        };
    }

    /** Goes on with a transaction whose process died; the deployment is never sent again. */
    public HeldOutcome goOn(String id, Consumer<TransactionEvent> listener) {
        Optional<RunJournal> known = history.find(id);
        if (known.isEmpty()) {
            return new HeldOutcome.NeverOpened();
        }
        boolean settled = settled(known.get().state().phase());
        return settled
                ? standing(Reports.of(known.get(), List.of()))
                : work(id, session(id, listener));
    }

    /**
     * Undoes it; {@link HeldOutcome.Finished} where that came to an end.
     *
     * @param strategy how, in place of what was asked for before; empty: as that says
     */
    public HeldOutcome undo(
            String id, Optional<Strategy> strategy, Consumer<TransactionEvent> listener) {
        Optional<RunJournal> known = history.find(id);
        if (known.isEmpty()) {
            return new HeldOutcome.NeverOpened();
        }
        if (known.get().state().phase().finished()) {
            return standing(Reports.of(known.get(), List.of()));
        }
        Session session = patient(session(id, listener));
        boolean sent = session.state().submitted().isPresent();
        boolean otherwise =
                strategy.filter(wanted -> wanted != session.state().strategy()).isPresent();
        if (sent && (otherwise || session.state().rollback().isEmpty())) {
            session.entry(
                    new JournalEntry.RollbackRequested(
                            session.now(), "workflow run '" + lease.run() + "'", false, strategy));
        }
        return work(id, session);
    }

    /** A step's own time does not limit its undo. */
    private static Session patient(Session session) {
        return session.timeout().compareTo(DeployRequest.DEFAULT_TIMEOUT) >= 0
                ? session
                : session.with(session.listener(), DeployRequest.DEFAULT_TIMEOUT);
    }

    /** Keeps a success for good; nothing happens if that is done already. */
    public void commit(String id) {
        end(id, session -> new JournalEntry.Committed(session.now()));
    }

    /** Leaves it as it is; nothing happens if that is done already. */
    public void keep(String id) {
        end(id, session -> new JournalEntry.Kept(session.now()));
    }

    private void end(String id, Function<Session, JournalEntry> entry) {
        boolean held =
                history.find(id)
                        .filter(journal -> journal.state().phase() == Phase.HELD)
                        .isPresent();
        if (held) {
            Session session = session(id, _ -> {});
            session.entry(entry.apply(session));
        }
    }

    /** What the log says of it so far; empty if there is none. */
    public Optional<Report> show(String id) {
        return records.show(id);
    }

    /** Everything that the deployment can have touched; nothing if that was not reached. */
    public Set<ResourceId> targets(String id) {
        return records.saved(id).map(saved -> saved.entries().keySet()).orElse(Set.of());
    }

    /**
     * The outputs of a deployment, by name; those that may hold secrets are read from ARM, secure,
     * and missing if ARM does not show them.
     */
    public SequencedMap<String, Value> outputs(String id) {
        var outputs = new LinkedHashMap<String, Value>();
        history.find(id)
                .flatMap(journal -> journal.state().ended())
                .map(JournalEntry.DeploymentEnded::outputs)
                .orElse(Json.object())
                .members()
                .forEach(
                        (name, output) ->
                                output.at("/value")
                                        .or(() -> secret(id, name))
                                        .ifPresent(
                                                value -> outputs.put(name, value(output, value))));
        return outputs;
    }

    private static Value value(Json logged, Json value) {
        Value known = new Value.Known(value);
        return logged.at("/value").isPresent() ? known : new Value.Secure(known);
    }

    /** The value of an output that is kept nowhere but at ARM. */
    private Optional<Json> secret(String id, String name) {
        return history.find(id)
                .flatMap(journal -> journal.state().submitted())
                .map(JournalEntry.DeploymentSubmitted::deployment)
                .map(new Deployments(outside.client(lease.keeper()))::get)
                .filter(Read.Found.class::isInstance)
                .flatMap(read -> ((Read.Found) read).resource().body().at("/properties/outputs"))
                .flatMap(outputs -> outputs.asObject().flatMap(all -> all.find(name)))
                .flatMap(output -> output.at("/value"));
    }

    private HeldOutcome work(String id, Session session) {
        lease.enter(id, List.copyOf(History.scopes(session.journal())));
        try {
            return switch (Rollback.guarded(session, () -> Rollback.toVerdict(session))) {
                case TransactionOutcome.Reported(var report) -> standing(report);
                case TransactionOutcome.Stopped _ -> new HeldOutcome.Stopped();
                case TransactionOutcome.BadInput(var diagnostics) ->
                        new HeldOutcome.BadInput(diagnostics);
            };
        } finally {
            lease.leave(id);
        }
    }

    private HeldOutcome standing(Report report) {
        RunJournal journal = history.find(report.transaction().orElseThrow()).orElseThrow();
        Phase phase = journal.state().phase();
        if (phase == Phase.HELD) {
            return new HeldOutcome.Held(
                    report,
                    journal.state()
                            .ended()
                            .filter(end -> end.state().equalsIgnoreCase("Succeeded"))
                            .isPresent());
        }
        return phase.finished()
                ? new HeldOutcome.Finished(report)
                : new HeldOutcome.Unsettled(
                        report, ArmError.of("Unsettled", String.join(" ", report.notes())));
    }

    private static boolean settled(Phase phase) {
        return phase.finished() || phase == Phase.HELD;
    }

    /** The session of this process; its log is taken over where another process began it. */
    private Session session(String id, Consumer<TransactionEvent> listener) {
        Session known = sessions.computeIfAbsent(id, this::takenOver);
        return known.with(listener, known.timeout());
    }

    private Session takenOver(String id) {
        TransactionLog log = outside.store().takeOver(id, lease.fence());
        RunJournal journal = RunJournal.of(log);
        return new Session(
                outside,
                outside.client(lease.keeper()),
                new TypeKnowledge(outside.catalog()),
                journal,
                lease.keeper(),
                _ -> {},
                Redaction.NONE,
                journal.openOutputs(),
                journal.state().opened().orElseThrow().request().timeout());
    }
}
