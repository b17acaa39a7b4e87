/**
 * Room: the list of functions.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code template.function}, {@code template.function.string}, {@code
 * template.function.array}, {@code template.function.object}, {@code template.function.numeric},
 * {@code template.function.logical}, {@code template.function.date}, {@code
 * template.function.cidr}, {@code template.function.lambda}, {@code template.function.scope},
 * {@code template.function.resource}, {@code template.function.deployment}.
 */
@NullMarked
package dev.belay.template.catalog;

import org.jspecify.annotations.NullMarked;
