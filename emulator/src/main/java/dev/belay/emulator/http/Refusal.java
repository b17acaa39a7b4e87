package dev.belay.emulator.http;

import dev.belay.arm.ArmError;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Headers;

/** A request that does not get as far as ARM's routes. */
final class Refusal extends Exception {

    private final transient ArmResponse answer;

    Refusal(int status, ArmError error) {
        super(error.message(), null, false, false);
        this.answer = answer(status, error);
    }

    ArmResponse answer() {
        return answer;
    }

    static ArmResponse answer(int status, ArmError error) {
        Headers headers =
                Headers.of("Content-Type", "application/json; charset=utf-8")
                        .with("x-ms-failure-cause", "gateway");
        return new ArmResponse(status, headers, error.toBody().toText());
    }
}
