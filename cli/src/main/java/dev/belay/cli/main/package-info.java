/**
 * Room: the program: the list of its commands, and the process's entry.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code arm}, {@code transaction.log}, {@code view.text}, {@code view.json}, {@code
 * cli.wiring}, {@code cli.command}.
 */
@NullMarked
package dev.belay.cli.main;

import org.jspecify.annotations.NullMarked;
