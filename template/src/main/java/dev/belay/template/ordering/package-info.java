/**
 * Room: which of the things in a template waits for which: graphs, their order and their cycles.
 *
 * <p>Kind: pure.
 *
 * <p>May import: nothing.
 */
@NullMarked
package dev.belay.template.ordering;

import org.jspecify.annotations.NullMarked;
