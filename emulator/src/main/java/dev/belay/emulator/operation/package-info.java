/**
 * Room: the REST operations, one file each.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code arm.wire}, {@code
 * types.catalog}, {@code emulator.time}, {@code emulator.fault}, {@code emulator.world}, {@code
 * emulator.type}, {@code emulator.typelist}, {@code emulator.provisioning}, {@code
 * emulator.deployment}, {@code emulator.export}.
 */
@NullMarked
package dev.belay.emulator.operation;

import org.jspecify.annotations.NullMarked;
