package dev.belay.emulator.host;

import dev.belay.emulator.world.World;

import java.time.Duration;
import java.time.Instant;

/** The hands of the embedded ARM's clock. */
sealed interface Hands {

    Instant now(World world);

    boolean movedByPolls();

    /**
     * @param start virtual time at this moment
     */
    static Hands of(Pace pace, Instant start) {
        return switch (pace) {
            case Pace.ByPolls _ -> new OfWorld();
            case Pace.Wall wall -> new OfWall(wall, start, wall.monotonic().get());
        };
    }

    /** The world's own time, which only polls and waits move. */
    record OfWorld() implements Hands {
        @Override
        public Instant now(World world) {
            return world.now();
        }

        @Override
        public boolean movedByPolls() {
            return true;
        }
    }

    /**
     * Real time, so many times as fast.
     *
     * @param start virtual time at {@code zero}
     */
    record OfWall(Pace.Wall wall, Instant start, Duration zero) implements Hands {
        @Override
        public Instant now(World world) {
            Duration real = wall.monotonic().get().minus(zero);
            Instant now = start.plus(real.multipliedBy(wall.factor()));
            return now.isBefore(world.now()) ? world.now() : now;
        }

        @Override
        public boolean movedByPolls() {
            return false;
        }
    }
}
