package dev.belay.emulator.world;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.FaultBook;
import dev.belay.emulator.time.Latency;
import dev.belay.emulator.time.Timeline;
import dev.belay.emulator.time.Trigger;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Duration;
import java.util.Optional;

/**
 * What the world file lets happen once the world stands.
 *
 * @param faults what breaks
 * @param timeline what others do
 * @param latencies how long writes take; the first that matches wins
 * @param waiting operations whose end hangs on a moment
 */
public record Script(
        FaultBook faults,
        Timeline timeline,
        PVector<Latency> latencies,
        PMap<Trigger, PVector<Waiting>> waiting) {

    public static final Script EMPTY =
            new Script(FaultBook.EMPTY, Timeline.EMPTY, TreePVector.empty(), HashTreePMap.empty());

    /**
     * An operation that ends so long after a moment.
     *
     * @param operation its id
     * @param plus how long after
     */
    public record Waiting(String operation, Duration plus) {}

    public Script {
        requireNonNull(faults);
        requireNonNull(timeline);
        requireNonNull(latencies);
        requireNonNull(waiting);
    }

    public Script withFaults(FaultBook newFaults) {
        return new Script(newFaults, timeline, latencies, waiting);
    }

    public Script withTimeline(Timeline newTimeline) {
        return new Script(faults, newTimeline, latencies, waiting);
    }

    public Script withWaiting(Trigger trigger, Waiting one) {
        PVector<Waiting> others = waiting.getOrDefault(trigger, TreePVector.empty());
        return new Script(faults, timeline, latencies, waiting.plus(trigger, others.plus(one)));
    }

    public Script withoutWaiting(Trigger trigger) {
        return new Script(faults, timeline, latencies, waiting.minus(trigger));
    }

    /** The latency that the world file gives to a write. */
    public Optional<Latency> latency(Method method, ResourceId id) {
        return latencies.stream().filter(latency -> latency.matches(method, id)).findFirst();
    }
}
