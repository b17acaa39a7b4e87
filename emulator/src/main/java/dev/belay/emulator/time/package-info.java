/**
 * Room: the virtual clock's agenda: what happens later, and in which order.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}.
 */
@NullMarked
package dev.belay.emulator.time;

import org.jspecify.annotations.NullMarked;
