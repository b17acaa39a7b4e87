/**
 * Room: the functions that read parameters, variables and loops.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}, {@code template.expression}, {@code
 * template.value}, {@code template.function}.
 */
@NullMarked
package dev.belay.template.function.deployment;

import org.jspecify.annotations.NullMarked;
