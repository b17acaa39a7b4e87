package dev.belay.template.value;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** What {@code newGuid()} and {@code utcNow()} do at a place of the template. */
public sealed interface NewValues {

    /** They may not stand here: anywhere but in defaults of parameters. */
    record Refused() implements NewValues {}

    /** They stay as written, as Microsoft's engine predicts. */
    record Kept() implements NewValues {}

    /** They are made now. */
    record Given(Instant now, Supplier<UUID> guids) implements NewValues {}
}
