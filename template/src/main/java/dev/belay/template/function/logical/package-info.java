/**
 * Room: the functions on truth, and comparisons.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}, {@code template.expression}, {@code
 * template.value}, {@code template.function}.
 */
@NullMarked
package dev.belay.template.function.logical;

import org.jspecify.annotations.NullMarked;
