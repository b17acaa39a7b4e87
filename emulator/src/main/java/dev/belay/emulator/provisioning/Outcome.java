package dev.belay.emulator.provisioning;

import static java.util.Objects.requireNonNull;

import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.WriteStyle;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.World;
import dev.belay.json.JsonObject;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How one write was answered. */
public sealed interface Outcome {

    /** The world afterwards; in every case the counters of faults may have moved. */
    World world();

    /**
     * Refused, or failed with its first answer.
     *
     * @param retryAfter what a throttled one is told
     * @param causeEnds when the cause of the refusal ends by itself, if the agenda knows
     */
    record Refused(
            World world,
            Refusal refusal,
            Optional<Duration> retryAfter,
            Optional<Instant> causeEnds)
            implements Outcome {
        public Refused {
            requireNonNull(world);
            requireNonNull(refusal);
            requireNonNull(retryAfter);
            requireNonNull(causeEnds);
        }
    }

    /**
     * Done with its first answer.
     *
     * @param status 200, 201 or 204
     * @param body what the answer shows; empty for none
     */
    record Done(World world, int status, Optional<JsonObject> body) implements Outcome {
        public Done {
            requireNonNull(world);
            requireNonNull(body);
        }
    }

    /**
     * Accepted; goes on. Its end is scheduled; a deployment named in the request's continuation
     * gets {@code Work.ContinueDeployment(deployment, step)} and reads {@code
     * world.operation(operation.id())} then.
     *
     * @param operation under which it goes on
     * @param style how the first answer looks
     * @param body what the first answer shows; empty for none
     */
    record Accepted(World world, LongRunning operation, WriteStyle style, Optional<JsonObject> body)
            implements Outcome {
        public Accepted {
            requireNonNull(world);
            requireNonNull(operation);
            requireNonNull(style);
            requireNonNull(body);
        }
    }

    /**
     * No answer ever comes: the request hangs, or had its effect and its answer was lost. A
     * deployment treats it as a step that never ends.
     */
    record NoAnswer(World world) implements Outcome {
        public NoAnswer {
            requireNonNull(world);
        }
    }
}
