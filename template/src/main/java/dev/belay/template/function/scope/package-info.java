/**
 * Room: the functions that tell where a deployment stands.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}, {@code template.expression}, {@code
 * template.value}, {@code template.function}.
 */
@NullMarked
package dev.belay.template.function.scope;

import org.jspecify.annotations.NullMarked;
