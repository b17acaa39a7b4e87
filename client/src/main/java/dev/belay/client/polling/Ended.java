package dev.belay.client.polling;

import dev.belay.arm.ArmError;

/** How a long-running operation ended, as far as its polls could tell. */
public sealed interface Ended {

    /** ARM says it succeeded. */
    record Succeeded() implements Ended {}

    /** ARM says it failed or was cancelled. */
    record Failed(ArmError error) implements Ended {}

    /** The polls were refused or broke: nothing is known of the operation; read the resource. */
    record Unknown(ArmError error) implements Ended {}

    /** The caller gave up waiting. */
    record GaveUp() implements Ended {}
}
