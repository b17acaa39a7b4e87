package dev.belay.emulator.time;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.wire.Method;
import dev.belay.json.Json;

import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What others do while the world runs, and which moments have come.
 *
 * @param events as written, in order
 * @param begun the events that were put on the agenda already
 * @param moments when a moment came last, virtual time
 */
public record Timeline(PVector<Event> events, PSet<Integer> begun, PMap<Trigger, Instant> moments) {

    public static final Timeline EMPTY =
            new Timeline(TreePVector.empty(), HashTreePSet.empty(), HashTreePMap.empty());

    /** When an event happens. */
    public sealed interface When {

        /** So long after the world stands. */
        record At(Duration offset) implements When {}

        /** As soon as a moment comes. */
        record After(Trigger trigger) implements When {}
    }

    /**
     * One request of somebody else.
     *
     * @param when when it happens
     * @param by a principal's name or free text
     * @param method its method
     * @param path path and query, relative to the origin
     * @param body its body
     */
    public record Event(When when, String by, Method method, String path, Optional<Json> body) {
        public Event {
            requireNonNull(when);
            requireNonNull(by);
            requireNonNull(method);
            requireNonNull(path);
            requireNonNull(body);
        }
    }

    public Timeline {
        requireNonNull(events);
        requireNonNull(begun);
        requireNonNull(moments);
    }

    public Timeline withBegun(int event) {
        return new Timeline(events, begun.plus(event), moments);
    }

    public Timeline withMoment(Trigger trigger, Instant at) {
        return new Timeline(events, begun, moments.plus(trigger, at));
    }

    /** When the moment came last; empty if it has not come yet. */
    public Optional<Instant> moment(Trigger trigger) {
        return Optional.ofNullable(moments.get(trigger));
    }
}
