/**
 * Room: one request to ARM, its answer, and the narrow waist between them.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}.
 */
@NullMarked
package dev.belay.arm.wire;

import org.jspecify.annotations.NullMarked;
