package dev.belay.emulator.deployment;

import dev.belay.emulator.type.Refusal;
import dev.belay.json.JsonObject;

/** How the validate of a deployment was answered. */
public sealed interface Validated {

    /** It would begin. */
    record Fine(JsonObject document) implements Validated {}

    /** It would be refused so. */
    record Refused(Refusal refusal) implements Validated {}
}
