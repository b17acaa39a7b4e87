/**
 * Room: the list of deeply modelled types, and the generic behaviour from the catalog.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code arm.wire}, {@code
 * types.shape}, {@code types.catalog}, {@code emulator.world}, {@code emulator.type}, {@code
 * emulator.type.storage}, {@code emulator.type.network}, {@code emulator.type.keyvault}, {@code
 * emulator.type.sql}, {@code emulator.type.web}, {@code emulator.type.authorization}, {@code
 * emulator.type.management}, {@code emulator.type.security}.
 */
@NullMarked
package dev.belay.emulator.typelist;

import org.jspecify.annotations.NullMarked;
