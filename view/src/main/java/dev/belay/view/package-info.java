/**
 * Room: none; the module's rooms lie below: events and reports for people and programs.
 *
 * <p>Kind: pure.
 *
 * <p>May import: nothing.
 */
@NullMarked
package dev.belay.view;

import org.jspecify.annotations.NullMarked;
