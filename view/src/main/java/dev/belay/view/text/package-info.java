/**
 * Room: events, reports and complaints as text for people.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code template.diagnostic}, {@code
 * transaction.snapshot}, {@code transaction.change}, {@code transaction.plan}, {@code
 * transaction.journal}, {@code transaction.event}, {@code workflow.definition}, {@code
 * workflow.event}.
 */
@NullMarked
package dev.belay.view.text;

import org.jspecify.annotations.NullMarked;
