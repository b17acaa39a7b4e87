package dev.belay.emulator.operation;

import dev.belay.arm.wire.ArmResponse;

/** How long clients are told to wait before they look at a deployment again. */
final class DeploymentAnswer {

    private DeploymentAnswer() {}

    /** A wait in whole seconds for all clients, and one of a millisecond for those who know it. */
    static ArmResponse paced(ArmResponse response) {
        return Answers.with(Answers.with(response, "Retry-After", "1"), "retry-after-ms", "1");
    }
}
