/**
 * Room: typed calls to ARM, one class per area; paging; repeating what may be repeated.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}, {@code client.retry}.
 */
@NullMarked
package dev.belay.client.call;

import org.jspecify.annotations.NullMarked;
