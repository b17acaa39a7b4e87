/**
 * Room: the functions on objects.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}, {@code template.expression}, {@code
 * template.value}, {@code template.function}.
 */
@NullMarked
package dev.belay.template.function.object;

import org.jspecify.annotations.NullMarked;
