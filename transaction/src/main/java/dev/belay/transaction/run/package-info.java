/**
 * Room: the loop that runs a transaction: state, next act, entry.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}, {@code client.call}, {@code
 * client.polling}, {@code client.retry}, {@code template.diagnostic}, {@code template.syntax},
 * {@code template.value}, {@code template.expansion}, {@code types.catalog}, {@code
 * types.comparison}, {@code types.sanitise}, {@code transaction.snapshot}, {@code
 * transaction.change}, {@code transaction.plan}, {@code transaction.journal}, {@code
 * transaction.event}, {@code transaction.log}, {@code transaction.capture}, {@code
 * transaction.execution}, {@code transaction.verification}.
 */
@NullMarked
package dev.belay.transaction.run;

import org.jspecify.annotations.NullMarked;
