/**
 * Room: the three-state evaluator: known, secure, or left for the deployment.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}, {@code template.expression}, {@code
 * template.value}, {@code template.function}, {@code template.catalog}.
 */
@NullMarked
package dev.belay.template.evaluation;

import org.jspecify.annotations.NullMarked;
