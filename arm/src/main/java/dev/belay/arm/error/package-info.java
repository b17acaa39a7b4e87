/**
 * Room: ARM's error codes, one method per code.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}.
 */
@NullMarked
package dev.belay.arm.error;

import org.jspecify.annotations.NullMarked;
