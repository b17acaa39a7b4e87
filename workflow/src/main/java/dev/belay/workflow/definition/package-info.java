/**
 * Room: what a workflow file says, and what is wrong with one.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code template.diagnostic}, {@code
 * template.expression}, {@code template.value}, {@code template.function}, {@code
 * template.catalog}, {@code template.evaluation}, {@code template.ordering}, {@code
 * template.syntax}, {@code transaction.journal}.
 */
@NullMarked
package dev.belay.workflow.definition;

import org.jspecify.annotations.NullMarked;
