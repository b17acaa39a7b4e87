package dev.belay.client.call;

import dev.belay.arm.ArmError;
import dev.belay.arm.wire.ArmResponse;

/** What came back after as many attempts as are allowed. */
public sealed interface Answer {

    /** The code of an error that says that there was no answer; none of ARM's. */
    String NO_ANSWER = "NoAnswer";

    /** ARM answered, with whatever status. */
    record Answered(ArmResponse response) implements Answer {}

    /** No answer: whether the request had an effect is unknown. */
    record NoAnswer(String reason) implements Answer {

        /** The same in the form of an error, for reports. */
        public ArmError error() {
            return ArmError.of(NO_ANSWER, reason);
        }
    }
}
