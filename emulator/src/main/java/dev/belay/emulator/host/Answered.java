package dev.belay.emulator.host;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.wire.ArmResponse;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of one request.
 *
 * @param response empty if none ever comes
 * @param poll whether it shows something that goes on, or was refused because of it
 * @param at virtual time of the answer
 */
public record Answered(Optional<ArmResponse> response, boolean poll, Instant at) {
    public Answered {
        requireNonNull(response);
        requireNonNull(at);
    }
}
