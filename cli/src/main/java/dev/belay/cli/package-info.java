/**
 * Room: none; the module's rooms lie below: the {@code belay} program.
 *
 * <p>Kind: pure.
 *
 * <p>May import: nothing.
 */
@NullMarked
package dev.belay.cli;

import org.jspecify.annotations.NullMarked;
