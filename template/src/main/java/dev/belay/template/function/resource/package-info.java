/**
 * Room: the functions on resources: ids, references, actions.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}, {@code template.expression}, {@code
 * template.value}, {@code template.function}.
 */
@NullMarked
package dev.belay.template.function.resource;

import org.jspecify.annotations.NullMarked;
