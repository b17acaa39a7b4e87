/**
 * Room: management groups and the subscriptions in them, deeply modelled.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code arm.wire}, {@code
 * emulator.world}, {@code emulator.type}.
 */
@NullMarked
package dev.belay.emulator.type.management;

import org.jspecify.annotations.NullMarked;
