/**
 * Room: reads what a deployment can touch, and what its expressions need.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}, {@code client.call}, {@code
 * client.polling}, {@code template.diagnostic}, {@code template.syntax}, {@code template.value},
 * {@code template.expansion}, {@code types.catalog}, {@code types.overlay}, {@code types.sanitise},
 * {@code transaction.snapshot}, {@code transaction.change}.
 */
@NullMarked
package dev.belay.transaction.capture;

import org.jspecify.annotations.NullMarked;
