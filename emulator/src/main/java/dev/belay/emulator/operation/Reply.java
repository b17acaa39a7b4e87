package dev.belay.emulator.operation;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.emulator.world.World;

import java.time.Instant;
import java.util.Optional;

/**
 * What a request did and what it is answered.
 *
 * @param after the world afterwards
 * @param response the answer; empty if none ever comes
 * @param poll whether the answer shows something that is not terminal, or refuses because of it:
 *     then time may move to its next event
 */
public record Reply(World after, Optional<ArmResponse> response, Optional<Poll> poll) {

    /**
     * A look at something that goes on.
     *
     * @param next when it next changes; empty if nobody knows: it hangs
     */
    public record Poll(Optional<Instant> next) {
        public Poll {
            requireNonNull(next);
        }
    }

    public Reply {
        requireNonNull(after);
        requireNonNull(response);
        requireNonNull(poll);
    }

    public static Reply of(World after, ArmResponse response) {
        return new Reply(after, Optional.of(response), Optional.empty());
    }

    public static Reply polled(World after, ArmResponse response, Optional<Instant> next) {
        return new Reply(after, Optional.of(response), Optional.of(new Poll(next)));
    }

    public static Reply noAnswer(World after) {
        return new Reply(after, Optional.empty(), Optional.empty());
    }
}
