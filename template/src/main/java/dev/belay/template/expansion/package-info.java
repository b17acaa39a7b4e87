/**
 * Room: a template with its parameters as the flat resources and outputs that it asks for: copies,
 * conditions, nested and linked templates.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code template.diagnostic}, {@code
 * template.expression}, {@code template.value}, {@code template.function}, {@code
 * template.catalog}, {@code template.evaluation}, {@code template.syntax}, {@code template.type},
 * {@code template.ordering}.
 */
@NullMarked
package dev.belay.template.expansion;

import org.jspecify.annotations.NullMarked;
