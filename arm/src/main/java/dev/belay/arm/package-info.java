/**
 * Room: the nouns of Azure Resource Manager, and the outside as interfaces.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}.
 */
@NullMarked
package dev.belay.arm;

import org.jspecify.annotations.NullMarked;
