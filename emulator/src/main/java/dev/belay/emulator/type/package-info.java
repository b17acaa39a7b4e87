/**
 * Room: what a deeply modelled resource type answers.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code arm.wire}, {@code
 * emulator.world}.
 */
@NullMarked
package dev.belay.emulator.type;

import org.jspecify.annotations.NullMarked;
