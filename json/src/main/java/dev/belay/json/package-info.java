/**
 * Room: JSON values as they were written: members keep their order, numbers keep their lexemes.
 *
 * <p>Kind: pure.
 *
 * <p>May import: nothing.
 */
@NullMarked
package dev.belay.json;

import org.jspecify.annotations.NullMarked;
