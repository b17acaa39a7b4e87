/**
 * Room: reads everything again after an undo, and judges.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code types.catalog}, {@code types.comparison}, {@code
 * transaction.snapshot}, {@code transaction.change}, {@code transaction.plan}, {@code
 * transaction.journal}, {@code transaction.capture}.
 */
@NullMarked
package dev.belay.transaction.verification;

import org.jspecify.annotations.NullMarked;
