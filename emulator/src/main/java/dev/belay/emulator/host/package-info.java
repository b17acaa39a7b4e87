/**
 * Room: holds the world: one writer, readers without locks; drives the agenda; keeps the state
 * file.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}, {@code types.catalog}, {@code
 * emulator.time}, {@code emulator.fault}, {@code emulator.world}, {@code emulator.file}, {@code
 * emulator.operation}, {@code emulator.router}.
 */
@NullMarked
package dev.belay.emulator.host;

import org.jspecify.annotations.NullMarked;
