/**
 * Room: the world file: read with positions, checked, and made into a world.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}, {@code emulator.deployment}, {@code
 * emulator.operation}, {@code emulator.router}, {@code emulator.time}, {@code emulator.fault},
 * {@code emulator.world}.
 */
@NullMarked
package dev.belay.emulator.file;

import org.jspecify.annotations.NullMarked;
