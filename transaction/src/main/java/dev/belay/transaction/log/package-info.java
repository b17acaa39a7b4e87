/**
 * Room: the port that a store implements: records, blobs, the lease book, the inbox; and an
 * implementation in memory.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code transaction.snapshot}.
 */
@NullMarked
package dev.belay.transaction.log;

import org.jspecify.annotations.NullMarked;
