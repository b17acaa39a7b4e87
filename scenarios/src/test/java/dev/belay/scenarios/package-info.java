/**
 * Room: what a person sees who uses Belay: whole programs, whole worlds, verified from outside.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}, {@code emulator.host}, {@code
 * cli.main}, {@code cli.wiring}, {@code testkit}.
 */
@NullMarked
package dev.belay.scenarios;

import org.jspecify.annotations.NullMarked;
