/**
 * Room: the embedded ARM on a socket; a thin adapter over its host. The only room that knows the
 * web server.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.error}, {@code arm.wire}, {@code
 * emulator.host}.
 */
@NullMarked
package dev.belay.emulator.http;

import org.jspecify.annotations.NullMarked;
