/**
 * Room: what an expression yields, and what it may ask while it is evaluated.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}, {@code template.expression}.
 */
@NullMarked
package dev.belay.template.value;

import org.jspecify.annotations.NullMarked;
