/**
 * Room: whether two bodies are the same but for what the catalog calls read-only or volatile.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code types.shape}, {@code types.overlay}, {@code types.catalog},
 * {@code types.sanitise}.
 */
@NullMarked
package dev.belay.types.comparison;

import org.jspecify.annotations.NullMarked;
