/**
 * Room: which request or provisioning breaks, how, and when.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}, {@code emulator.time}.
 */
@NullMarked
package dev.belay.emulator.fault;

import org.jspecify.annotations.NullMarked;
