/**
 * Room: a deployment as scheduled work: its record, its run, its operations and its documents.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code arm.wire}, {@code
 * template.diagnostic}, {@code template.value}, {@code template.syntax}, {@code
 * template.expansion}, {@code emulator.time}, {@code emulator.fault}, {@code emulator.world},
 * {@code emulator.type}, {@code emulator.preflight}, {@code emulator.rights}, {@code
 * emulator.provisioning}.
 */
@NullMarked
package dev.belay.emulator.deployment;

import org.jspecify.annotations.NullMarked;
