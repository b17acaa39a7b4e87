/**
 * Room: what a function of the template language is.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}, {@code template.expression}, {@code
 * template.value}.
 */
@NullMarked
package dev.belay.template.function;

import org.jspecify.annotations.NullMarked;
