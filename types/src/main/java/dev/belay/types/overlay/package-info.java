/**
 * Room: what no specification says of resource types: quirks as data, hand-written, each with its
 * evidence.
 *
 * <p>The files are {@code types/overlay/*.yaml} on the class path, one per provider, read when a
 * type of that provider is first asked for; reading a class-path resource is no I/O that a pure
 * room would have to ask for, because the same program always finds the same bytes there.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code types.shape}.
 */
@NullMarked
package dev.belay.types.overlay;

import org.jspecify.annotations.NullMarked;
