/**
 * Room: requests to ARM over the network.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code arm.wire}, {@code client.call}.
 */
@NullMarked
package dev.belay.client.http;

import org.jspecify.annotations.NullMarked;
