/**
 * Room: one step of an undo at a time.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}, {@code client.call}, {@code
 * client.polling}, {@code types.catalog}, {@code types.sanitise}, {@code transaction.snapshot},
 * {@code transaction.change}, {@code transaction.plan}, {@code transaction.capture}.
 */
@NullMarked
package dev.belay.transaction.execution;

import org.jspecify.annotations.NullMarked;
