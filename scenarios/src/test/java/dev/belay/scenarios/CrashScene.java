package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One resource group of a served world, and what is deployed to it: a folder with a store of its
 * own, so that many can be killed in one world.
 */
final class CrashScene {

    private static final String REQUEST_TIMEOUT = "PT2S";

    private final ServedWorld world;
    private final CrashCase kind;
    private final Path folder;
    private final String group;
    private final Map<String, Json> before;

    /**
     * @param group the name of a group of the world, made by {@link CrashCase#world}
     */
    CrashScene(ServedWorld world, CrashCase kind, Path parent, String group) {
        this.world = world;
        this.kind = kind;
        this.group = group;
        try {
            this.folder = Files.createDirectories(parent.resolve(group));
            Files.writeString(folder.resolve("main.json"), kind.template());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.before = look();
    }

    BelayProcess deploy(Map<String, String> properties, String... more) {
        var words = new ArrayList<>(List.of("deploy", "-g", group, "-f", "main.json"));
        words.addAll(List.of(more));
        return BelayProcess.start(folder, properties, with(words.toArray(String[]::new)));
    }

    /** The same process, holding at an entry. */
    BelayProcess deployHolding(int entry, String side) {
        return deploy(Map.of("belay.test.hold", entry + ":" + side));
    }

    BelayProcess resume(Map<String, String> properties) {
        return BelayProcess.start(folder, properties, with("resume", transaction()));
    }

    private String[] with(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--arm", world.address(), "--store", "store", "-o", "json"));
        all.addAll(List.of("--request-timeout", REQUEST_TIMEOUT));
        return all.toArray(String[]::new);
    }

    /** The only transaction of the store. */
    String transaction() {
        return store().transactions().getFirst();
    }

    /** The names of the log's entries in order; empty if there is no transaction. */
    List<String> entries() {
        return records().stream()
                .map(record -> JsonReader.strict().read(record.text()))
                .map(entry -> entry.textAt("/entry").orElseThrow())
                .toList();
    }

    List<LogRecord> records() {
        return store().transactions().stream()
                .flatMap(id -> store().find(id).orElseThrow().records().stream())
                .toList();
    }

    private FileTransactionStore store() {
        return new FileTransactionStore(folder.resolve("store"), "reader", Instant::now, _ -> {});
    }

    private Map<String, Json> look() {
        return world.outside().bodies(kind.ids(path()), CrashCase.VERSIONS);
    }

    String path() {
        return Scene.SUBSCRIPTION + "/resourceGroups/" + group;
    }

    /** Everything that was asked of the group, a stranger's looks included. */
    List<ServedWorld.Logged> requests() {
        return world.requests(path());
    }

    List<ServedWorld.Logged> writes() {
        return requests().stream().filter(ServedWorld.Logged::write).toList();
    }

    /** Checks from outside that everything is as it was. */
    void assertAsBefore(String point) {
        assertThat(OutsideReader.differences(before, look())).as(point).isEmpty();
    }

    /** Checks from outside that every value of the template stands. */
    void assertDeployed(String point) {
        var now = new HashMap<>(look());
        Json template = JsonReader.strict().read(kind.template());
        for (Json resource : kind.flat(template)) {
            String id = CrashCase.id(path(), resource).toLowerCase(Locale.ROOT);
            assertThat(now).as(point).containsKey(id);
            for (String member : List.of("location", "tags", "properties", "sku", "kind")) {
                resource.asObject()
                        .flatMap(object -> object.get(member))
                        .ifPresent(
                                sent ->
                                        assertHolds(
                                                point + " " + id + " " + member,
                                                sent,
                                                now.getOrDefault(id, Json.nullValue())
                                                        .at("/" + member)
                                                        .orElse(Json.nullValue())));
            }
        }
    }

    private static void assertHolds(String place, Json sent, Json actual) {
        if (sent instanceof JsonObject object) {
            object.members()
                    .forEach(
                            (name, value) ->
                                    assertHolds(
                                            place + "/" + name,
                                            value,
                                            actual.at("/" + name).orElse(Json.nullValue())));
        } else if (sent instanceof JsonArray array) {
            JsonArray others = actual.asArray().orElse(JsonArray.EMPTY);
            assertThat(others.size()).as(place).isEqualTo(array.size());
            for (int i = 0; i < array.size(); i++) {
                assertHolds(place + "/" + i, array.get(i), others.get(i));
            }
        } else {
            assertThat(actual).as(place).isEqualTo(sent);
        }
    }

    /** Checks the server's log: the deployment was accepted at most once, in all. */
    long acceptedDeployments() {
        return writes().stream()
                .filter(ServedWorld.Logged::deployment)
                .filter(request -> !request.path().contains("inner"))
                .filter(ServedWorld.Logged::accepted)
                .count();
    }

    /** Checks that none of these is an undo write that another of them repeats. */
    static void assertNoUndoTwice(String point, List<ServedWorld.Logged> writes) {
        Map<String, Long> counts =
                writes.stream()
                        .filter(request -> !request.deployment())
                        .filter(ServedWorld.Logged::accepted)
                        .map(request -> request.method() + " " + request.path())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(counts.values()).as(point + " " + counts).allMatch(count -> count == 1);
    }
}
