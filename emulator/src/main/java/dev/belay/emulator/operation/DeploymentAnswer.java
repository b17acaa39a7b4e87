package dev.belay.emulator.operation;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Headers;
import dev.belay.json.JsonObject;

/** Answers about deployments, with the waits that clients are told. */
final class DeploymentAnswer {

    private DeploymentAnswer() {}

    static ArmResponse json(int status, JsonObject body) {
        return new ArmResponse(
                status,
                Headers.of("Content-Type", "application/json; charset=utf-8"),
                body.toText());
    }

    static ArmResponse empty(int status) {
        return new ArmResponse(status, Headers.NONE, "");
    }

    /** A wait in whole seconds for all clients, and one of a millisecond for those who know it. */
    static ArmResponse paced(ArmResponse response) {
        return with(with(response, "Retry-After", "1"), "retry-after-ms", "1");
    }

    static ArmResponse with(ArmResponse response, String name, String value) {
        return new ArmResponse(
                response.status(), response.headers().with(name, value), response.body());
    }
}
