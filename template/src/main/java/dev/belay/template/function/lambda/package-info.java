/**
 * Room: the functions that take a lambda.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}, {@code template.expression}, {@code
 * template.value}, {@code template.function}.
 */
@NullMarked
package dev.belay.template.function.lambda;

import org.jspecify.annotations.NullMarked;
