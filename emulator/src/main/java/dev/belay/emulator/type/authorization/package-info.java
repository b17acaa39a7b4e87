/**
 * Room: roles, policies and locks, deeply modelled.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code arm.wire}, {@code
 * emulator.world}, {@code emulator.type}.
 */
@NullMarked
package dev.belay.emulator.type.authorization;

import org.jspecify.annotations.NullMarked;
