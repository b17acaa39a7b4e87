package dev.belay.emulator.preflight;

import dev.belay.arm.ResourceType;
import dev.belay.emulator.type.Refusal;

import java.util.Optional;

/** Whether a type is served at an api-version, and why not. */
@FunctionalInterface
public interface TypeCheck {

    /**
     * Why the type is not served.
     *
     * @param location the resource's, for the text; empty if it has none
     */
    Optional<Refusal> refuse(ResourceType type, String apiVersion, String location);
}
