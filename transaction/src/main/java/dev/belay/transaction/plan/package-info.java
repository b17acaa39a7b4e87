/**
 * Room: ordered steps that undo a set of changes.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code types.catalog}, {@code types.sanitise}, {@code
 * transaction.snapshot}, {@code transaction.change}.
 */
@NullMarked
package dev.belay.transaction.plan;

import org.jspecify.annotations.NullMarked;
