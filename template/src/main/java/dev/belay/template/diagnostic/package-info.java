/**
 * Room: what is wrong with a template, where, and how to fix it.
 *
 * <p>Kind: pure.
 *
 * <p>May import: nothing.
 */
@NullMarked
package dev.belay.template.diagnostic;

import org.jspecify.annotations.NullMarked;
