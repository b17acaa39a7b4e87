/**
 * Room: what a transaction saved, as an ARM template for people.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code transaction.snapshot}, {@code
 * transaction.change}.
 */
@NullMarked
package dev.belay.view.template;

import org.jspecify.annotations.NullMarked;
