package dev.belay.client.call;

import dev.belay.arm.ArmError;
import dev.belay.arm.wire.ArmResponse;

/** The first answer to a write. */
public sealed interface Written {

    /** ARM took it; it may go on for long. */
    record Accepted(ArmResponse response) implements Written {}

    /** A 4xx: it was not carried out. */
    record Refused(ArmError error, int status) implements Written {}

    /** A 5xx or no answer: whether it had an effect is unknown. */
    record Unknown(ArmError error) implements Written {}

    /** Sorts an answer. */
    static Written of(Answer answer) {
        return switch (answer) {
            case Answer.NoAnswer none -> new Unknown(none.error());
            case Answer.Answered(var response) -> of(response);
        };
    }

    private static Written of(ArmResponse response) {
        if (response.status() < 400) {
            return new Accepted(response);
        }
        ArmError error = ArmClient.errorOf(response);
        return response.status() < 500 ? new Refused(error, response.status()) : new Unknown(error);
    }
}
