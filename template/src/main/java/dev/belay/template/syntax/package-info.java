/**
 * Room: the text of a template or a parameter file, as a model with positions.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}.
 */
@NullMarked
package dev.belay.template.syntax;

import org.jspecify.annotations.NullMarked;
