/**
 * Room: the entries of a transaction's log and their fold.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code transaction.snapshot}, {@code
 * transaction.change}, {@code transaction.plan}.
 */
@NullMarked
package dev.belay.transaction.journal;

import org.jspecify.annotations.NullMarked;
