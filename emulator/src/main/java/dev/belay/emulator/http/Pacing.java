package dev.belay.emulator.http;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Headers;
import dev.belay.emulator.host.Answered;

/** How long clients are told to wait between polls. */
public sealed interface Pacing {

    /** As real ARM told in recordings: up to a minute, or nothing. */
    record Recorded() implements Pacing {}

    /**
     * {@code Retry-After: 1}, the shortest that all clients take (measured, spec clients 4: with 0
     * or none az waits 30 seconds), and {@code retry-after-ms} for those that know it.
     *
     * @param milliseconds 1 or more
     */
    record Clients(int milliseconds) implements Pacing {
        public Clients {
            if (milliseconds < 1) {
                throw new IllegalArgumentException("Not a wait: " + milliseconds + " ms.");
            }
        }
    }

    /** The answer as it is sent. */
    default ArmResponse on(Answered answered, ArmResponse answer) {
        return switch (this) {
            case Recorded _ -> answer;
            case Clients(var milliseconds) ->
                    goesOn(answered, answer) ? paced(answer, milliseconds) : answer;
        };
    }

    /** Whether a client will ask again. */
    private static boolean goesOn(Answered answered, ArmResponse answer) {
        Headers headers = answer.headers();
        return answered.poll()
                || headers.first("Retry-After").isPresent()
                || headers.first("Azure-AsyncOperation").isPresent()
                || (answer.status() == 202 && headers.first("Location").isPresent());
    }

    private static ArmResponse paced(ArmResponse answer, int milliseconds) {
        Headers headers =
                answer.headers()
                        .with("Retry-After", "1")
                        .with("retry-after-ms", Integer.toString(milliseconds));
        return new ArmResponse(answer.status(), headers, answer.body());
    }
}
