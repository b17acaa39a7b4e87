/**
 * Room: a deployment as scheduled work: its record, its run, its operations and its documents.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code arm.wire}.
 */
@NullMarked
package dev.belay.emulator.deployment;

import org.jspecify.annotations.NullMarked;
