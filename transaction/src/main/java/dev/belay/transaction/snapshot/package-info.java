/**
 * Room: entries of a set of resources at one moment, as they are kept.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}.
 */
@NullMarked
package dev.belay.transaction.snapshot;

import org.jspecify.annotations.NullMarked;
