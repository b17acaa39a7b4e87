/**
 * Room: events, reports and complaints as lines of JSON for programs.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code transaction.event}, {@code view.text}, {@code
 * workflow.event}.
 */
@NullMarked
package dev.belay.view.json;

import org.jspecify.annotations.NullMarked;
