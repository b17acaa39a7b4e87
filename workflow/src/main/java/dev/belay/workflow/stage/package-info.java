/**
 * Room: what a workflow run does next, and how it ends, decided from its state alone.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code transaction.event}, {@code workflow.definition},
 * {@code workflow.event}, {@code workflow.journal}.
 */
@NullMarked
package dev.belay.workflow.stage;

import org.jspecify.annotations.NullMarked;
