package dev.belay.scenarios;

import dev.belay.arm.Fanout;
import dev.belay.arm.Scope;
import dev.belay.emulator.host.EmbeddedArm;
import dev.belay.json.Json;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.journal.RecordedRequest.Mode;
import dev.belay.transaction.journal.RecordedRequest.OnFailure;
import dev.belay.transaction.journal.RecordedRequest.Strategy;
import dev.belay.transaction.log.HoldPoint;
import dev.belay.transaction.log.HoldingTransactionStore;
import dev.belay.transaction.log.InMemoryTransactionStore;
import dev.belay.transaction.log.TransactionStore;
import dev.belay.transaction.run.DeployRequest;
import dev.belay.transaction.run.LeaseTerms;
import dev.belay.transaction.run.Outside;
import dev.belay.transaction.run.Owner;
import dev.belay.transaction.run.StopSignal;
import dev.belay.transaction.run.TransactionOutcome;
import dev.belay.transaction.run.TransactionSummary;
import dev.belay.transaction.run.Transactions;
import dev.belay.types.catalog.Catalog;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A world and a store in memory, and runs that end at an entry of their log as if the process had
 * died there.
 */
final class HeldScene {

    private final EmbeddedArm arm;
    private final InMemoryTransactionStore store =
            new InMemoryTransactionStore(() -> Instant.EPOCH);
    private int ids;

    HeldScene(Path world) {
        this.arm = EmbeddedArm.open(world, Optional.empty());
    }

    /** What ends a run. */
    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    OutsideReader outside() {
        return new OutsideReader(arm);
    }

    /** Deploys until the run ends there; false if it ended by itself before. */
    boolean dies(DeployRequest request, HoldPoint point) {
        var holding =
                new HoldingTransactionStore(
                        store,
                        point,
                        () -> {
                            throw new Died();
                        });
        try {
            TransactionOutcome _ = transactions(holding).deploy(request, _ -> {});
            return false;
        } catch (Died _) {
            store.ownersDied();
            return true;
        }
    }

    Report deploy(DeployRequest request) {
        return ((TransactionOutcome.Reported) transactions(store).deploy(request, _ -> {}))
                .report();
    }

    /** Goes on with what a run left; empty if it left nothing. */
    Optional<Report> resume() {
        return transactions(store).list().stream()
                .map(TransactionSummary::id)
                .reduce((_, newest) -> newest)
                .flatMap(id -> transactions(store).resume(id, Optional.empty(), _ -> {}))
                .map(resumed -> ((TransactionOutcome.Reported) resumed.outcome()).report());
    }

    private Transactions transactions(TransactionStore logs) {
        Supplier<Duration> still = () -> Duration.ZERO;
        return new Transactions(
                new Outside(
                        arm,
                        "embedded:held",
                        Duration.ofSeconds(60),
                        arm.clock(still),
                        arm.pause(),
                        () -> new UUID(++ids, 1),
                        inOrder(),
                        logs,
                        Catalog.standard(),
                        new Owner("me", "here", "1"),
                        new LeaseTerms(LeaseTerms.USUAL, _ -> {}),
                        () -> StopSignal.Asked.NOTHING));
    }

    private static Fanout inOrder() {
        return new Fanout() {
            @Override
            public <T> List<T> all(List<Supplier<T>> tasks) {
                return tasks.stream().map(Supplier::get).toList();
            }
        };
    }

    /** A deployment whose deletions are accepted. */
    static DeployRequest request(
            Scope scope, Optional<String> location, String template, Strategy strategy) {
        return new DeployRequest(
                scope,
                location,
                Optional.empty(),
                template,
                Json.object(),
                Mode.INCREMENTAL,
                OnFailure.ROLLBACK,
                strategy,
                true,
                false,
                Duration.ofHours(2));
    }
}
