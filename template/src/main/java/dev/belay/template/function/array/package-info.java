/**
 * Room: the functions on arrays.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}, {@code template.expression}, {@code
 * template.value}, {@code template.function}, {@code template.function.object}.
 */
@NullMarked
package dev.belay.template.function.array;

import org.jspecify.annotations.NullMarked;
