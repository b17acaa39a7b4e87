/**
 * Room: the template of a resource group as ARM's exporter writes it, with its habits.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code types.catalog}, {@code
 * types.shape}, {@code emulator.world}, {@code emulator.type}, {@code emulator.typelist}, {@code
 * emulator.provisioning}.
 */
@NullMarked
package dev.belay.emulator.export;

import org.jspecify.annotations.NullMarked;
