package dev.belay.cli.wiring;

import dev.belay.arm.Clock;
import dev.belay.arm.Entropy;
import dev.belay.arm.wire.ArmTransport;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.store.file.FileTransactionStore;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.log.TransactionStore;
import dev.belay.transaction.run.LeaseTerms;
import dev.belay.transaction.run.Outside;
import dev.belay.transaction.run.Owner;
import dev.belay.transaction.run.StopSignal;
import dev.belay.transaction.run.TransactionRecords;
import dev.belay.transaction.run.Transactions;
import dev.belay.types.catalog.Catalog;
import dev.belay.workflow.execution.ConvertedBlueprints;
import dev.belay.workflow.execution.RunOutside;
import dev.belay.workflow.execution.Runs;
import dev.belay.workflow.execution.SourcedContents;
import dev.belay.workflow.source.DiskFiles;
import dev.belay.workflow.source.TemplateSources;

import java.io.Console;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How the program is put together; read it from the top. The outside comes in here and nowhere
 * else: environment, time, ids, signals, the disk.
 */
public final class Wiring {

    private final Surroundings around;
    private final Signals signals;
    private final Supplier<Instant> realTime;
    private final Entropy entropy;
    private final Prompt prompt;

    /**
     * @param realTime the clock by which leases expire
     * @param entropy where transaction ids come from
     */
    public Wiring(
            Surroundings around,
            Signals signals,
            Supplier<Instant> realTime,
            Entropy entropy,
            Prompt prompt) {
        this.around = around;
        this.signals = signals;
        this.realTime = realTime;
        this.entropy = entropy;
        this.prompt = prompt;
    }

    /** With nobody to be asked. */
    public Wiring(
            Surroundings around, Signals signals, Supplier<Instant> realTime, Entropy entropy) {
        this(around, signals, realTime, entropy, Prompt.NONE);
    }

    /** The real process. */
    public static Wiring ofProcess() {
        Map<String, String> variables = System.getenv();
        var around =
                new Surroundings(
                        variables,
                        Path.of("").toAbsolutePath(),
                        Path.of(System.getProperty("user.home", "")),
                        System.out,
                        System.err,
                        Optional.ofNullable(System.console())
                                .filter(Console::isTerminal)
                                .isPresent());
        return new Wiring(
                around, new ProcessSignals(), Instant::now, UUID::randomUUID, Wiring::ask);
    }

    private static Optional<String> ask(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine("%s", question));
    }

    public Prompt prompt() {
        return prompt;
    }

    /** How large the terminal is, if there is one. */
    public TerminalSize terminalSize() {
        return TerminalSize.ofTerminal();
    }

    public Surroundings around() {
        return around;
    }

    public Signals signals() {
        return signals;
    }

    /** The same program in another directory, for {@code belay try}. */
    public Wiring in(Path directory) {
        return new Wiring(around.in(directory), signals, realTime, entropy, prompt);
    }

    /** The embedded ARM that a world file describes, as the last command left it. */
    public Connection embedded(Path worldFile) {
        return Embedded.open(worldFile, Wiring::monotonic);
    }

    /** The ARM at an address. */
    public Connection remote(URI address, Duration requestTimeout) {
        return Remote.open(address, requestTimeout, realClock());
    }

    /**
     * An embedded ARM that others use over HTTP.
     *
     * @throws BindException if the port is taken
     */
    public Emulator emulator(Emulator.Settings settings) throws BindException {
        return Emulator.start(settings, Wiring::monotonic);
    }

    /** A folder whose files others read over HTTP on this machine. */
    public ServedFolder served(Path folder) {
        return ServedFolder.start(folder);
    }

    /**
     * @param directory as given on the command line; empty: {@code belay} in the user's state
     *     directory
     */
    public TransactionStore store(Optional<String> directory) {
        Path folder = directory.map(around::path).orElseGet(this::stateDirectory);
        return TestSwitches.held(
                new FileTransactionStore(
                        folder,
                        Machine.identity(around),
                        realTime,
                        text -> around.err().println(text)),
                around);
    }

    private Path stateDirectory() {
        // an XDG path that is not absolute is to be ignored, says its specification
        return around.variable("XDG_STATE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> around.home().resolve(".local").resolve("state"))
                .resolve("belay");
    }

    /** What is known of types. */
    public TypeKnowledge knowledge() {
        return new TypeKnowledge(Catalog.standard());
    }

    /** Transactions against an ARM. */
    public Transactions transactions(
            Connection connection,
            TransactionStore store,
            Duration requestTimeout,
            StopSignal stop) {
        return new Transactions(outside(connection, store, requestTimeout, stop));
    }

    private Outside outside(
            Connection connection,
            TransactionStore store,
            Duration requestTimeout,
            StopSignal stop) {
        return new Outside(
                connection.arm(),
                connection.origin(),
                requestTimeout,
                connection.clock(),
                connection.pause(),
                entropy,
                connection.fanout(),
                store,
                Catalog.standard(),
                owner(),
                TestSwitches.leases(new LeaseTerms(LeaseTerms.USUAL, new RealTime())),
                stop);
    }

    /**
     * Workflow runs against an ARM.
     *
     * @param folder the workflow file's folder
     */
    public Runs runs(
            Connection connection,
            TransactionStore store,
            Duration requestTimeout,
            StopSignal stop,
            Path folder) {
        Outside outside = outside(connection, store, requestTimeout, stop);
        return new Runs(
                new RunOutside(
                        outside,
                        new DiskFiles(folder),
                        (kept, pins) ->
                                new SourcedContents(
                                        new TemplateSources(
                                                kept,
                                                folder,
                                                outside.client(),
                                                requestTimeout,
                                                pins),
                                        kept,
                                        new ConvertedBlueprints()),
                        folder,
                        new SideBySide(),
                        connection.virtualTime(),
                        realTime));
    }

    /** Transactions of a store, to be looked at only. */
    public TransactionRecords records(TransactionStore store) {
        return new TransactionRecords(store);
    }

    /**
     * Workflow runs of a store, to be looked at, answered and cancelled: nothing is asked of any
     * ARM.
     *
     * @param folder the workflow file's folder
     */
    public Runs runRecords(TransactionStore store, Path folder) {
        return runs(
                nowhere(), store, Duration.ofMinutes(1), () -> StopSignal.Asked.NOTHING, folder);
    }

    private Connection nowhere() {
        ArmTransport none =
                _ -> {
                    throw new NoAnswerException("Looking at a store asks nothing of ARM.");
                };
        return new Connection(none, "none", realClock(), false, _ -> {}, new InOrder(), () -> {});
    }

    private Clock realClock() {
        return new Clock() {
            @Override
            public Instant now() {
                return realTime.get();
            }

            @Override
            public Duration monotonic() {
                return Wiring.monotonic();
            }
        };
    }

    private static Duration monotonic() {
        return Duration.ofNanos(System.nanoTime());
    }

    /** Who is at work, for people. */
    public Owner owner() {
        return Machine.owner(around);
    }
}
