/**
 * Room: the functions on address ranges.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}, {@code template.expression}, {@code
 * template.value}, {@code template.function}.
 */
@NullMarked
package dev.belay.template.function.cidr;

import org.jspecify.annotations.NullMarked;
