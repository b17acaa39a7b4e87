/**
 * Room: the entries of a workflow run's log and their fold.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code transaction.snapshot}, {@code
 * transaction.event}, {@code workflow.event}.
 */
@NullMarked
package dev.belay.workflow.journal;

import org.jspecify.annotations.NullMarked;
