/**
 * Room: the list of functions.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code template.function}.
 */
@NullMarked
package dev.belay.template.catalog;

import org.jspecify.annotations.NullMarked;
