/**
 * Room: whether a value is what a parameter or an output declares: kinds, rules and user-defined
 * types.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}, {@code template.expression}, {@code
 * template.value}, {@code template.syntax}.
 */
@NullMarked
package dev.belay.template.type;

import org.jspecify.annotations.NullMarked;
