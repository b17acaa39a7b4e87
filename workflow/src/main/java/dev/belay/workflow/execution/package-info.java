/**
 * Room: runs of workflows: begun, gone on with, answered, cancelled, shown.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code client.call}, {@code template.diagnostic},
 * {@code template.value}, {@code transaction.change}, {@code transaction.event}, {@code
 * transaction.journal}, {@code transaction.log}, {@code transaction.run}, {@code
 * transaction.snapshot}, {@code workflow.blueprint}, {@code workflow.definition}, {@code
 * workflow.event}, {@code workflow.journal}, {@code workflow.source}, {@code workflow.stage}.
 */
@NullMarked
package dev.belay.workflow.execution;

import org.jspecify.annotations.NullMarked;
