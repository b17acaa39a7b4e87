/**
 * Room: what is known of Azure's resource types; the rooms below hold it.
 *
 * <p>Kind: pure.
 *
 * <p>May import: nothing.
 */
@NullMarked
package dev.belay.types;

import org.jspecify.annotations.NullMarked;
