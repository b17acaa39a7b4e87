package dev.belay.arm.error;

import dev.belay.arm.ArmError;

/** What ARM answers to requests that are wrong as HTTP already. */
public final class WireErrors {

    private WireErrors() {}

    /**
     * Evidence: documented (4,194,304 bytes, limits of Azure Resource Manager); code and text
     * inferred.
     */
    public static ArmError requestContentTooLarge(long limit) {
        return ArmError.of(
                "RequestContentTooLarge",
                "The request content size exceeds the maximum size of " + limit + " bytes.");
    }

    /** Evidence: inferred. */
    public static ArmError invalidRequestUri(String uri) {
        return ArmError.of(
                "InvalidRequestUri", "The request uri '" + uri + "' is not a valid uri.");
    }

    /** Evidence: inferred. */
    public static ArmError badRequest(String why) {
        return ArmError.of("BadRequest", "The request cannot be read: " + why);
    }

    /** Evidence: documented (code); text inferred. */
    public static ArmError internalServerError(String why) {
        return ArmError.of("InternalServerError", why);
    }

    /** Evidence: documented (code); text inferred. */
    public static ArmError serverIsStopping() {
        return ArmError.of("ServiceUnavailable", "The server is stopping. Please try again.");
    }
}
