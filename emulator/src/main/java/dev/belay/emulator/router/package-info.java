/**
 * Room: from a request to the operation that answers it, and from due work to what does it.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code arm.wire}, {@code
 * types.catalog}, {@code emulator.time}, {@code emulator.fault}, {@code emulator.world}, {@code
 * emulator.type}, {@code emulator.typelist}, {@code emulator.provisioning}, {@code
 * emulator.preflight}, {@code emulator.deployment}, {@code emulator.export}, {@code
 * emulator.operation}, {@code emulator.rights}.
 */
@NullMarked
package dev.belay.emulator.router;

import org.jspecify.annotations.NullMarked;
