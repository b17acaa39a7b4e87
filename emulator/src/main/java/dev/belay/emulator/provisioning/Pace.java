package dev.belay.emulator.provisioning;

import dev.belay.emulator.time.Latency;
import dev.belay.emulator.time.Work;
import dev.belay.emulator.type.WriteStyle;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.LongRunning.Polling;
import dev.belay.emulator.world.Script;
import dev.belay.emulator.world.World;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a write takes, and when its end is due. */
final class Pace {

    /** How long a write lasts that is over at once by itself, where a fault needs an end. */
    private static final Duration FORCED = Duration.ofSeconds(5);

    private Pace() {}

    /**
     * The style of a write that must go on after its answer, because the world file gives it a
     * latency or its provisioning breaks.
     */
    static WriteStyle goingOn(WriteStyle style, boolean creates) {
        return style.isImmediate()
                ? new WriteStyle(
                        style.status(),
                        Polling.ASYNC_OPERATION,
                        FORCED,
                        style.retryAfter(),
                        creates ? "Creating" : "Updating")
                : style;
    }

    /** Puts the operation's end on the agenda, or lets it wait for a moment. */
    static World schedule(World world, LongRunning operation, Duration usual, Instant now) {
        Optional<Latency> latency =
                world.standing()
                        ? world.script().latency(operation.method(), operation.target())
                        : Optional.empty();
        if (latency.isEmpty()) {
            return endingAt(world, operation, now.plus(world.standing() ? usual : Duration.ZERO));
        }
        Duration more =
                latency.get().children().isZero()
                        ? Duration.ZERO
                        : latency.get()
                                .children()
                                .multipliedBy(world.resources().below(operation.target()).size());
        return switch (latency.get().takes()) {
            case Latency.Takes.Fixed(var duration) ->
                    endingAt(world, operation, now.plus(duration).plus(more));
            case Latency.Takes.Until(var trigger, var plus) -> {
                Optional<Instant> came = world.script().timeline().moment(trigger);
                yield came.isPresent()
                        ? endingAt(world, operation, latest(now, came.get().plus(plus).plus(more)))
                        : world.with(operation)
                                .with(
                                        world.script()
                                                .withWaiting(
                                                        trigger,
                                                        new Script.Waiting(
                                                                operation.id(), plus.plus(more))));
            }
        };
    }

    private static World endingAt(World world, LongRunning operation, Instant at) {
        return world.with(operation.endingAt(at))
                .schedule(at, new Work.FinishOperation(operation.id()));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
