/**
 * Room: none; the rooms of the transaction lie inside.
 *
 * <p>Kind: pure.
 *
 * <p>May import: nothing.
 */
@NullMarked
package dev.belay.transaction;

import org.jspecify.annotations.NullMarked;
