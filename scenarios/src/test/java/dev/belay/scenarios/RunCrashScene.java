package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonReader;
import dev.belay.store.file.FileTransactionStore;
import dev.belay.transaction.log.LogRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run in a slot of a served world, with a store of its own, looked at from outside. */
final class RunCrashScene {

    private static final Map<String, String> VERSIONS =
            Map.of(
                    "microsoft.network/networksecuritygroups", "2023-09-01",
                    "microsoft.authorization/policydefinitions", "2021-06-01");
    private static final String LONGEST_PAUSE = "PT0.2S";
    private static final String GROUPS = "2021-04-01";
    private static final String NETWORKS = "2023-09-01";

    /** What a policy definition notes of every write, and nobody can set. */
    private static final List<String> NOTES =
            List.of("#/properties/metadata/updatedBy", "#/properties/metadata/updatedOn");

    private final ServedWorld world;
    private final RunCrashCase.Slot slot;
    private final String probed;
    private final Path folder;
    private final Map<String, Json> before;

    /**
     * @param probed the URL that the workflow's probe asks
     */
    RunCrashScene(ServedWorld world, RunCrashCase.Slot slot, Path parent, String probed) {
        this.world = world;
        this.slot = slot;
        this.probed = probed;
        try {
            this.folder = Files.createDirectories(parent.resolve(slot.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        slot.kind().write(folder);
        this.before = look();
    }

    RunCrashCase kind() {
        return slot.kind();
    }

    BelayProcess run(Map<String, String> properties) {
        var words = new ArrayList<>(List.of("run", "workflow.yaml"));
        Map.of(
                        "slot", slot.name(),
                        "subscription", slot.subscriptionId(),
                        "probed", probed,
                        "twice", Boolean.toString(kind() == RunCrashCase.UNDO_STUCK))
                .forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
        return start(properties, words);
    }

    /** Goes on with the only run of the store. */
    BelayProcess resume(Map<String, String> properties) {
        return start(properties, List.of("resume", runs().getFirst()));
    }

    private BelayProcess start(Map<String, String> properties, List<String> words) {
        var all = new ArrayList<>(words);
        all.addAll(List.of("--arm", world.address(), "--store", "store", "-o", "json"));
        all.addAll(List.of("--request-timeout", "PT5S"));
        var switches = new HashMap<>(properties);
        switches.put("belay.test.pause", LONGEST_PAUSE);
        return BelayProcess.start(folder, switches, all.toArray(String[]::new));
    }

    private FileTransactionStore store() {
        return new FileTransactionStore(folder.resolve("store"), "reader", Instant::now, _ -> {});
    }

    /** The runs of the store: one, or none if it had not begun. */
    List<String> runs() {
        FileTransactionStore store = store();
        return store.runs().ids().stream()
                .filter(id -> !store.runs().find(id).orElseThrow().records().isEmpty())
                .toList();
    }

    /** How many entries the run's log and those of its transactions have together. */
    int entries() {
        FileTransactionStore store = store();
        return Stream.concat(
                        store.runs().ids().stream().map(id -> store.runs().find(id)),
                        store.transactions().stream().map(store::find))
                .mapToInt(log -> log.orElseThrow().records().size())
                .sum();
    }

    /** The step at work, neither ended nor provisioning: nobody knows what it did. */
    boolean actsUnseen() {
        Optional<String> open = Optional.empty();
        FileTransactionStore store = store();
        for (String id : store.runs().ids()) {
            for (LogRecord log : store.runs().find(id).orElseThrow().records()) {
                Json entry = JsonReader.strict().read(log.text());
                String kind = entry.textAt("/entry").orElseThrow();
                if (kind.equals("StepStarted") && entry.at("/provisioning").isEmpty()) {
                    open = entry.textAt("/step");
                } else if (kind.equals("StepEnded")) {
                    open = Optional.empty();
                }
            }
        }
        return open.isPresent();
    }

    /** How often the shell step came to its act. */
    long shells() {
        try {
            Path ran = folder.resolve("ran.txt");
            return Files.exists(ran) ? Files.readAllLines(ran).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Json> look() {
        OutsideReader outside = world.outside();
        List<String> ids =
                List.of(
                        slot.policy("old"),
                        slot.policy("new"),
                        slot.network("created", "networkSecurityGroups/inside"),
                        slot.network("r", "networkSecurityGroups/rules"),
                        slot.network("r", "networkSecurityGroups/gate"));
        var seen = new TreeMap<>(outside.bodies(ids, VERSIONS));
        for (String group : List.of("r", "standing", "created")) {
            seen.put(
                    slot.group(group).toLowerCase(Locale.ROOT),
                    OutsideReader.withoutEmptyTags(
                            outside.get(slot.group(group), GROUPS)
                                    .json()
                                    .filter(body -> body.at("/error").isEmpty())
                                    .orElse(Json.nullValue())));
        }
        return seen;
    }

    /** Where things are not as they were, as {@code id#pointer}. */
    List<String> differences() {
        return OutsideReader.differences(before, look()).stream()
                .filter(path -> NOTES.stream().noneMatch(path::endsWith))
                .toList();
    }

    /** Checks from outside that everything that the three provisioners say stands. */
    void assertDeployed(String point) {
        Map<String, Json> now = look();
        Function<String, Json> at =
                path -> Optional.ofNullable(now.get(path.toLowerCase(Locale.ROOT))).orElseThrow();
        assertThat(at.apply(slot.policy("old")).textAt("/properties/policyRule/then/effect"))
                .as(point)
                .contains("deny");
        assertThat(at.apply(slot.policy("new")).textAt("/properties/displayName"))
                .as(point)
                .contains("New");
        for (String path :
                List.of(
                        slot.group("standing"),
                        slot.network("created", "networkSecurityGroups/inside"),
                        slot.network("r", "networkSecurityGroups/rules"),
                        slot.network("r", "networkSecurityGroups/gate"))) {
            assertThat(at.apply(path).textAt("/tags/release")).as(point + path).contains("2");
        }
        assertThat(
                        at.apply(slot.network("r", "networkSecurityGroups/rules"))
                                .textAt("/properties/securityRules/0/name"))
                .as(point)
                .contains("tls");
    }

    /**
     * Every write that was asked for in the slot, oldest first; a colleague's are not among them.
     */
    List<ServedWorld.Logged> writes() {
        return world.requests("").stream()
                .filter(request -> slot.roots().stream().anyMatch(request::below))
                .filter(ServedWorld.Logged::write)
                .filter(request -> !request.path().startsWith(slot.theirs()))
                .toList();
    }

    /**
     * Whether it is a write of what two deployments change where the undo is stuck: each is undone.
     */
    boolean writtenByTwo(ServedWorld.Logged write) {
        return write.path().equals(slot.network("r", "networkSecurityGroups/rules"));
    }

    /** How many deployments were accepted, by their scope. */
    Map<String, Long> deployments() {
        return writes().stream()
                .filter(ServedWorld.Logged::deployment)
                .filter(ServedWorld.Logged::accepted)
                .map(
                        request ->
                                request.path()
                                        .substring(0, request.path().indexOf("/deployments/")))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** What the colleague does in the end. */
    void giveUp() {
        assertThat(world.delete(slot.theirs(), NETWORKS)).isIn(200, 202, 204);
        while (inUse()) {
            Thread.onSpinWait(); // each look moves the world's clock
        }
    }

    boolean inUse() {
        return world.outside().get(slot.theirs(), NETWORKS).status() == 200;
    }
}
