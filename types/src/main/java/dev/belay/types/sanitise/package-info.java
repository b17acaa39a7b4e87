/**
 * Room: a GET body to a body that a PUT takes, and where a body holds secrets.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code types.shape}, {@code types.overlay}, {@code types.catalog}.
 */
@NullMarked
package dev.belay.types.sanitise;

import org.jspecify.annotations.NullMarked;
