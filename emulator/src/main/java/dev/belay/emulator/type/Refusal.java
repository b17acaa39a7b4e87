package dev.belay.emulator.type;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ArmError;

/**
 * Why a request is refused.
 *
 * @param status the HTTP status
 * @param error the error
 * @param by who refuses: only ARM itself marks its answers as a failure of the gateway
 */
public record Refusal(int status, ArmError error, By by) {

    /** Who refuses. */
    public enum By {
        GATEWAY,
        PROVIDER
    }

    public Refusal {
        requireNonNull(error);
        requireNonNull(by);
    }

    public static Refusal gateway(int status, ArmError error) {
        return new Refusal(status, error, By.GATEWAY);
    }

    public static Refusal provider(int status, ArmError error) {
        return new Refusal(status, error, By.PROVIDER);
    }
}
