/**
 * Room: none; the rooms of workflows lie inside.
 *
 * <p>Kind: pure.
 *
 * <p>May import: nothing.
 */
@NullMarked
package dev.belay.workflow;

import org.jspecify.annotations.NullMarked;
