/**
 * Room: long-running operations followed to their end.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}, {@code client.retry}, {@code
 * client.call}.
 */
@NullMarked
package dev.belay.client.polling;

import org.jspecify.annotations.NullMarked;
