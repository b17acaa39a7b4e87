package dev.belay.emulator.fault;

import static java.util.Objects.requireNonNull;

import dev.belay.json.Json;
import dev.belay.json.JsonPointer;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The faults of a world and how often each was met and has struck.
 *
 * @param entries in the order of the world file; the first that strikes wins
 */
public record FaultBook(PVector<Entry> entries) {

    public static final FaultBook EMPTY = new FaultBook(TreePVector.empty());

    /**
     * A fault and its counters.
     *
     * @param fault what was written
     * @param met attempts so far that met its conditions, {@code nth} aside
     * @param struck how often it has struck
     */
    public record Entry(Fault fault, int met, int struck) {}

    /**
     * What an attempt met.
     *
     * @param after the book with its counters moved
     * @param then what happens; empty if no fault strikes
     */
    public record Struck(FaultBook after, Optional<Fault.Then> then) {}

    public FaultBook {
        requireNonNull(entries);
    }

    public static FaultBook of(List<Fault> faults) {
        return new FaultBook(
                TreePVector.from(faults.stream().map(fault -> new Entry(fault, 0, 0)).toList()));
    }

    /** Counts the attempt against every fault and finds the first that strikes. */
    public Struck strike(Attempt attempt) {
        PVector<Entry> counted = entries;
        Optional<Fault.Then> then = Optional.empty();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (!meets(entry.fault().when(), attempt)) {
                continue;
            }
            int met = entry.met() + 1;
            boolean strikes =
                    then.isEmpty()
                            && entry.struck() < entry.fault().times()
                            && met >= entry.fault().when().nth().orElse(1);
            if (strikes) {
                then = Optional.of(entry.fault().then());
            }
            counted =
                    counted.with(
                            i, new Entry(entry.fault(), met, entry.struck() + (strikes ? 1 : 0)));
        }
        return new Struck(new FaultBook(counted), then);
    }

    private static boolean meets(Fault.When when, Attempt attempt) {
        return when.stage() == attempt.stage()
                && (when.methods().isEmpty() || when.methods().contains(attempt.method()))
                && when.type().map(attempt.id().type()::equals).orElse(true)
                && when.id().map(attempt.id()::equals).orElse(true)
                && holds(when.live(), attempt.live())
                && holds(when.sent(), attempt.sent());
    }

    private static boolean holds(Map<JsonPointer, Json> wanted, Optional<Json> body) {
        return wanted.entrySet().stream()
                .allMatch(
                        entry -> {
                            Optional<Json> found =
                                    body.flatMap(json -> json.at(entry.getKey()))
                                            .filter(json -> !json.isNull());
                            return entry.getValue().isNull()
                                    ? found.isEmpty()
                                    : found.filter(entry.getValue()::equals).isPresent();
                        });
    }
}
