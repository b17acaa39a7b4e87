package dev.belay.arm;

import java.util.UUID;

/** Where ids come from: random outside, counted in tests. */
@FunctionalInterface
public interface Entropy {

    UUID nextUuid();
}
