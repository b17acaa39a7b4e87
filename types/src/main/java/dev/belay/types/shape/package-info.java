/**
 * Room: shapes of resource bodies: which properties there are, what values they take, and who may
 * set them.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}.
 */
@NullMarked
package dev.belay.types.shape;

import org.jspecify.annotations.NullMarked;
