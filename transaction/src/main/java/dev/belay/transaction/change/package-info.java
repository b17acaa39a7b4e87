/**
 * Room: what differs between two snapshots, and whose difference it is.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code types.shape}, {@code types.overlay}, {@code
 * types.catalog}, {@code types.sanitise}, {@code types.comparison}, {@code transaction.snapshot}.
 */
@NullMarked
package dev.belay.transaction.change;

import org.jspecify.annotations.NullMarked;
