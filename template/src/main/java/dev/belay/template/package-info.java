/**
 * Root of the template rooms; it holds nothing itself.
 *
 * <p>Room: reads, checks and expands ARM templates.
 *
 * <p>Kind: pure.
 *
 * <p>May import: nothing.
 */
@NullMarked
package dev.belay.template;

import org.jspecify.annotations.NullMarked;
