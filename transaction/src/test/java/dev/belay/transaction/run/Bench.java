package dev.belay.transaction.run;

import dev.belay.arm.Clock;
import dev.belay.arm.Fanout;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.journal.RecordedRequest.Mode;
import dev.belay.transaction.journal.RecordedRequest.OnFailure;
import dev.belay.transaction.journal.RecordedRequest.Strategy;
import dev.belay.transaction.log.InMemoryTransactionStore;
import dev.belay.transaction.log.TransactionStore;
import dev.belay.types.catalog.Catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A group with two resources, its ARM, a store, and virtual time. */
final class Bench {

    static final ResourceId OLD = id("old");
    static final ResourceId RULES = id("rules");
    static final ResourceId NEW = id("new");
    static final ResourceId LAST = id("last");

    final FakeArm arm = new FakeArm();
    final InMemoryTransactionStore store = new InMemoryTransactionStore(() -> realNow());
    StopSignal.Asked stop = StopSignal.Asked.NOTHING;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int ids;

    /** Real time since the beginning: leases expire by it. */
    Duration real = Duration.ZERO;

    /** What others do while somebody waits for a lease. */
    Runnable whileRealTimePasses = () -> {};

    /** Where ARM is; a transaction is undone only there. */
    String origin = "embedded:test";

    Bench() {
        arm.resources.put(OLD, json("{location:'westus',tags:{a:'1'},properties:{}}"));
        arm.resources.put(RULES, rules("web", "80"));
    }

    static ResourceId id(String name) {
        return ResourceId.of(
                FakeArm.GROUP + "/providers/Microsoft.Network/networkSecurityGroups/" + name);
    }

    static JsonObject rules(String name, String port) {
        return json("{location:'westus',properties:{securityRules:[" + rule(name, port) + "]}}");
    }

    static String rule(String name, String port) {
        return "{name:'"
                + name
                + "',properties:{access:'Allow',direction:'Inbound',priority:100,protocol:'Tcp',"
                + "destinationPortRange:'"
                + port
                + "'}}";
    }

    static JsonObject json(String text) {
        return (JsonObject) JsonReader.lenient().read(text);
    }

    Transactions transactions() {
        return transactions(store);
    }

    Transactions transactions(TransactionStore logs) {
        return new Transactions(outside(logs));
    }

    Outside outside(TransactionStore logs) {
        return new Outside(
                arm,
                origin,
                Duration.ofSeconds(60),
                clock(),
                duration -> now = now.plus(duration),
                () -> new UUID(++ids, 1),
                inOrder(),
                logs,
                Catalog.standard(),
                new Owner("me", "here", "1"),
                new LeaseTerms(LeaseTerms.USUAL, this::passRealTime),
                () -> stop);
    }

    private void passRealTime(Duration duration) {
        real = real.plus(duration);
        whileRealTimePasses.run();
    }

    private Instant realNow() {
        return Instant.EPOCH.plus(real);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public Duration monotonic() {
                return real;
            }
        };
    }

    private static Fanout inOrder() {
        return new Fanout() {
            @Override
            public <T> List<T> all(List<Supplier<T>> tasks) {
                return tasks.stream().map(Supplier::get).toList();
            }
        };
    }

    /** Changes two resources and adds two. */
    static DeployRequest request(OnFailure onFailure) {
        String type = "type:'Microsoft.Network/networkSecurityGroups',apiVersion:'2023-09-01',";
        String template =
                "{'$schema':'https://schema.management.azure.com/schemas/2019-04-01/"
                        + "deploymentTemplate.json#',contentVersion:'1.0.0.0',resources:[{"
                        + type
                        + "name:'old',location:'westus',tags:{a:'2',b:'3'},properties:{}},{"
                        + type
                        + "name:'rules',location:'westus',properties:{securityRules:["
                        + rule("tls", "443")
                        + "]}},{"
                        + type
                        + "name:'new',location:'westus',properties:{}},{"
                        + type
                        + "name:'last',location:'westus',properties:{}}]}";
        return new DeployRequest(
                new Scope.ResourceGroup(FakeArm.SUBSCRIPTION, "rg"),
                Optional.empty(),
                Optional.empty(),
                template,
                Json.object(),
                Mode.INCREMENTAL,
                onFailure,
                Strategy.SURGICAL,
                false,
                false,
                Duration.ofHours(2));
    }

    static RollbackOptions accepting(boolean deletions) {
        return new RollbackOptions(deletions, false, Duration.ofHours(2));
    }

    Report deploy(OnFailure onFailure) {
        return report(transactions().deploy(request(onFailure), _ -> {}));
    }

    Report rollback(Report report, boolean acceptDeletions) {
        return report(
                transactions()
                        .rollback(
                                report.transaction().orElseThrow(),
                                accepting(acceptDeletions),
                                _ -> {})
                        .orElseThrow());
    }

    static Report report(TransactionOutcome outcome) {
        return ((TransactionOutcome.Reported) outcome).report();
    }
}
