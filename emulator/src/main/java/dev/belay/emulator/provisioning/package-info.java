/**
 * Room: PUT, PATCH and DELETE of one resource, from the request to its end.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code arm.wire}, {@code
 * types.shape}, {@code types.catalog}, {@code emulator.time}, {@code emulator.fault}, {@code
 * emulator.world}, {@code emulator.type}, {@code emulator.typelist}.
 */
@NullMarked
package dev.belay.emulator.provisioning;

import org.jspecify.annotations.NullMarked;
