/**
 * Room: none; the module's rooms lie below: where transactions are kept.
 *
 * <p>Kind: pure.
 *
 * <p>May import: nothing.
 */
@NullMarked
package dev.belay.store;

import org.jspecify.annotations.NullMarked;
