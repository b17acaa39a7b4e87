/**
 * Room: events, reports and complaints as text for people.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}.
 */
@NullMarked
package dev.belay.view.text;

import org.jspecify.annotations.NullMarked;
