/**
 * Room: the commands of the program: each parses, calls one thing, shows what comes, decides
 * nothing.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}, {@code template.diagnostic}, {@code
 * template.syntax}, {@code template.value}, {@code template.expansion}, {@code emulator.file},
 * {@code emulator.host}, {@code transaction.snapshot}, {@code transaction.change}, {@code
 * transaction.plan}, {@code transaction.journal}, {@code transaction.event}, {@code
 * transaction.log}, {@code transaction.run}, {@code workflow.blueprint}, {@code
 * workflow.definition}, {@code workflow.event}, {@code workflow.execution}, {@code
 * workflow.source}, {@code view.text}, {@code view.json}, {@code view.html}, {@code view.template},
 * {@code cli.wiring}.
 */
@NullMarked
package dev.belay.cli.command;

import org.jspecify.annotations.NullMarked;
