/**
 * Room: the text of a {@code [...]} expression and its tree.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code template.diagnostic}.
 */
@NullMarked
package dev.belay.template.expression;

import org.jspecify.annotations.NullMarked;
