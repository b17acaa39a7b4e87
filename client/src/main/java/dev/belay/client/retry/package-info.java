/**
 * Room: which requests may be repeated, how often, and after how long.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code arm.wire}.
 */
@NullMarked
package dev.belay.client.retry;

import org.jspecify.annotations.NullMarked;
