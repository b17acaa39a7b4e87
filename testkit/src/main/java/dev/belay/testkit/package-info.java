/**
 * Room: what tests of all modules share: golden folders with their evidence, and the way to the
 * shared material.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}.
 */
@NullMarked
package dev.belay.testkit;

import org.jspecify.annotations.NullMarked;
