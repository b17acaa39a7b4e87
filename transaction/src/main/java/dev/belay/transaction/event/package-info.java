/**
 * Room: what a view shows of a transaction while it runs, and the report at its end.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code transaction.snapshot}, {@code
 * transaction.change}, {@code transaction.plan}, {@code transaction.journal}.
 */
@NullMarked
package dev.belay.transaction.event;

import org.jspecify.annotations.NullMarked;
