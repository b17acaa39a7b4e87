package dev.belay.emulator.host;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.emulator.operation.Reply;
import dev.belay.emulator.router.Router;
import dev.belay.emulator.world.World;

import java.time.Duration;
import java.time.Instant;

/** One request or one lapse of time as a step from world to world; the same whenever repeated. */
final class Stepper {

    private static final Duration POLL_OF_NOTHING = Duration.ofSeconds(15);

    private final Router router;

    Stepper(Router router) {
        this.router = router;
    }

    /**
     * What a request did.
     *
     * @param after the world afterwards, at {@code reply}'s moment
     */
    record Step(World after, Reply reply) {}

    /** Carries out a request at a moment, with all that is due by then. */
    Step ask(World world, ArmRequest request, Instant at) {
        World before = router.advance(world, at);
        Reply reply = router.handle(before, request, at);
        return new Step(router.advance(reply.after(), at), reply);
    }

    /** Answers from the world as it is, which stays as it is. */
    Reply look(World world, ArmRequest request, Instant at) {
        return router.handle(world, request, at);
    }

    World advance(World world, Instant until) {
        return router.advance(world, until);
    }

    /** Where a poll moves the clock. */
    static Instant next(Reply reply, Instant now) {
        return reply.poll()
                .map(poll -> poll.next().orElseGet(() -> now.plus(retryAfter(reply))))
                .filter(now::isBefore)
                .orElse(now);
    }

    private static Duration retryAfter(Reply reply) {
        return reply.response()
                .flatMap(answer -> answer.headers().first("Retry-After"))
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(POLL_OF_NOTHING);
    }
}
