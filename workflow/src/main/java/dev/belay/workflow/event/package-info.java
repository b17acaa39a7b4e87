/**
 * Room: what a view shows of a workflow run while it runs, and the report of one.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code transaction.snapshot}, {@code
 * transaction.event}.
 */
@NullMarked
package dev.belay.workflow.event;

import org.jspecify.annotations.NullMarked;
