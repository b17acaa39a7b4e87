/**
 * Room: what providers say of a template's resources before anything is written.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code arm.wire}, {@code
 * template.value}, {@code template.expansion}, {@code types.catalog}, {@code emulator.world},
 * {@code emulator.type}, {@code emulator.typelist}.
 */
@NullMarked
package dev.belay.emulator.preflight;

import org.jspecify.annotations.NullMarked;
