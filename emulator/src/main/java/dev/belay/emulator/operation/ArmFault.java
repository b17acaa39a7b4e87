package dev.belay.emulator.operation;

import dev.belay.arm.ArmError;
import dev.belay.emulator.type.Refusal;

/** A request can only be refused; caught by the router alone. */
public final class ArmFault extends RuntimeException {

    private final transient Refusal refusal;

    public ArmFault(Refusal refusal) {
        super(refusal.error().code() + ": " + refusal.error().message());
        this.refusal = refusal;
    }

    /** ARM itself refuses. */
    public ArmFault(int status, ArmError error) {
        this(Refusal.gateway(status, error));
    }

    public Refusal refusal() {
        return refusal;
    }
}
