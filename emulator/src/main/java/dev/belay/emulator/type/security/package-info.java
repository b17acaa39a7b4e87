/**
 * Room: settings that are always there, deeply modelled.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code arm.wire}, {@code
 * emulator.world}, {@code emulator.type}.
 */
@NullMarked
package dev.belay.emulator.type.security;

import org.jspecify.annotations.NullMarked;
