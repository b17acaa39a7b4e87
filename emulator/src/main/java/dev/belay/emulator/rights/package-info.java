/**
 * Room: who may do what: roles, and what a request asks for.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code arm.wire}, {@code
 * emulator.world}.
 */
@NullMarked
package dev.belay.emulator.rights;

import org.jspecify.annotations.NullMarked;
