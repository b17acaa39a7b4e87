/**
 * Room: how the program is put together, and all that comes from outside.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}, {@code types.catalog}, {@code
 * client.call}, {@code client.http}, {@code emulator.host}, {@code emulator.http}, {@code
 * transaction.change}, {@code transaction.log}, {@code transaction.run}, {@code store.file}.
 */
@NullMarked
package dev.belay.cli.wiring;

import org.jspecify.annotations.NullMarked;
