/**
 * Room: none; the rooms of the client lie inside.
 *
 * <p>Kind: pure.
 *
 * <p>May import: nothing.
 */
@NullMarked
package dev.belay.client;

import org.jspecify.annotations.NullMarked;
