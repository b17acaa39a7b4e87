/**
 * Room: the tenant as one immutable value, with its indexes in one place.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}, {@code emulator.time}, {@code
 * emulator.fault}.
 */
@NullMarked
package dev.belay.emulator.world;

import org.jspecify.annotations.NullMarked;
