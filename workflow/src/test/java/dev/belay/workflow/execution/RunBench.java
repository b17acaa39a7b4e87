package dev.belay.workflow.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.Clock;
import dev.belay.arm.Fanout;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.template.value.Value;
import dev.belay.transaction.log.InMemoryTransactionStore;
import dev.belay.transaction.log.TransactionStore;
import dev.belay.transaction.run.LeaseTerms;
import dev.belay.transaction.run.Outside;
import dev.belay.transaction.run.Owner;
import dev.belay.transaction.run.StopSignal;
import dev.belay.transaction.run.Transactions;
import dev.belay.types.catalog.Catalog;
import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.definition.WorkflowReader;
import dev.belay.workflow.definition.WorkflowReading;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.source.TemplateSources;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The embedded ARM with a group of two security groups, a store in memory, workflow files, and real
 * time that passes as fast as it is waited for.
 */
final class RunBench {

    static final String NSG = WatchedArm.NSG;

    /** Sets the tag {@code release} of one security group, which it makes if it is not there. */
    static final String TEMPLATE =
            """
            {'$schema':'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
             'contentVersion':'1.0.0.0',
             'parameters':{'name':{'type':'string'},'release':{'type':'string'},
                           'password':{'type':'secureString','defaultValue':'none'}},
             'resources':[{'type':'Microsoft.Network/networkSecurityGroups','apiVersion':'2023-09-01',
               'name':'[parameters(''name'')]','location':'westeurope',
               'tags':{'release':'[parameters(''release'')]'},'properties':{}}],
             'outputs':{'id':{'type':'string',
                'value':'[resourceId(''Microsoft.Network/networkSecurityGroups'',parameters(''name''))]'},
               'release':{'type':'string','value':'[parameters(''release'')]'}}}
            """
                    .replace("''", "\u0001")
                    .replace('\'', '"')
                    .replace('\u0001', '\'');

    final SequencedMap<String, String> files = new LinkedHashMap<>();
    final InMemoryTransactionStore store = new InMemoryTransactionStore(this::realNow);
    final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());

    /** The transactions whose deployment reached ARM, as often as it did. */
    final List<String> deployed;

    StopSignal.Asked stop = StopSignal.Asked.NOTHING;
    volatile Duration real = Duration.ZERO;

    /** What others do while somebody waits in real time. */
    Runnable whileRealTimePasses = () -> {};

    Path folder = Path.of("").toAbsolutePath();

    /** Whether ARM steps take turns as with virtual time; else only as far as scopes demand. */
    boolean virtualTime = true;

    private final WatchedArm arm;
    private int ids;

    RunBench() {
        this("");
    }

    /**
     * @param more further members of the world file
     */
    RunBench(String more) {
        this.arm = new WatchedArm(more);
        this.deployed = arm.deployed;
        files.put("net.json", TEMPLATE);
    }

    /** What stands in the group: name of a security group to the tag {@code release}. */
    Map<String, String> releases() {
        return arm.releases();
    }

    /** What others do to ARM. */
    ArmResponse request(ArmRequest request) {
        return arm.request(request);
    }

    private Instant realNow() {
        return Instant.parse("2026-01-01T00:00:00Z").plus(real);
    }

    Outside outside(TransactionStore logs) {
        return new Outside(
                arm,
                "embedded:test",
                Duration.ofSeconds(60),
                clock(),
                arm.arm.pause(),
                () -> new UUID(++ids, 1),
                inOrder(),
                logs,
                Catalog.standard(),
                new Owner("me", "here", "1"),
                new LeaseTerms(LeaseTerms.USUAL, this::passRealTime),
                () -> stop);
    }

    private Clock clock() {
        return arm.arm.clock(() -> real);
    }

    private void passRealTime(Duration duration) {
        real = real.plus(duration);
        whileRealTimePasses.run();
    }

    private static Fanout inOrder() {
        return new Fanout() {
            @Override
            public <T> List<T> all(List<Supplier<T>> tasks) {
                return tasks.stream().map(Supplier::get).toList();
            }
        };
    }

    /** At the same time, as the program does it. */
    private static Fanout together() {
        return new Fanout() {
            @Override
            public <T> List<T> all(List<Supplier<T>> tasks) {
                try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
                    List<Future<T>> running =
                            tasks.stream().map(task -> lanes.submit(task::get)).toList();
                    return running.stream().map(RunBench::result).toList();
                }
            }
        };
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Files disk() {
        return path ->
                Optional.ofNullable(files.get(path))
                        .<Files.FileText>map(Files.FileText.Found::new)
                        .orElseGet(Files.FileText.Missing::new);
    }

    Transactions transactions() {
        return new Transactions(outside(store));
    }

    Runs runs() {
        return runs(store);
    }

    Runs runs(TransactionStore logs) {
        Outside outside = outside(logs);
        return new Runs(
                new RunOutside(
                        outside,
                        disk(),
                        (kept, pins) ->
                                new SourcedContents(
                                        new TemplateSources(
                                                kept,
                                                folder,
                                                outside.client(),
                                                Duration.ofSeconds(10),
                                                pins),
                                        kept,
                                        Blueprints.NONE),
                        folder,
                        together(),
                        virtualTime,
                        this::realNow));
    }

    /** A request to run the text, which becomes the file {@code belay.yaml}. */
    RunRequest request(String yaml, SequencedMap<String, Value> inputs) {
        files.put("belay.yaml", yaml);
        var recording = new RecordingFiles(disk());
        recording.read("belay.yaml");
        Workflow workflow =
                switch (WorkflowReader.read("belay.yaml", yaml, recording)) {
                    case WorkflowReading.Read(var read) -> read;
                    case WorkflowReading.Wrong(var problems) ->
                            throw new AssertionError(problems.toString());
                };
        var given = new LinkedHashMap<>(inputs);
        workflow.inputs()
                .forEach(
                        (name, input) ->
                                input.standard()
                                        .ifPresent(
                                                value -> given.putIfAbsent(name, Value.of(value))));
        return RunRequest.of("belay.yaml", recording, workflow, given, Optional.empty());
    }

    RunReport run(String yaml) {
        return run(yaml, new LinkedHashMap<>());
    }

    RunReport run(String yaml, SequencedMap<String, Value> inputs) {
        return report(runs().run(request(yaml, inputs), events::add));
    }

    RunReport resume(String run) {
        return report(runs().resume(run, new LinkedHashMap<>(), events::add).orElseThrow());
    }

    static RunReport report(RunOutcome outcome) {
        assertThat(outcome).isInstanceOf(RunOutcome.Reported.class);
        return ((RunOutcome.Reported) outcome).report();
    }

    static JsonObject json(String text) {
        return (JsonObject) JsonReader.lenient().read(text);
    }
}
