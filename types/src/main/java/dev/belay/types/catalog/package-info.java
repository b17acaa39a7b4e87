/**
 * Room: lookup of the facts of a resource type, by type and api-version.
 *
 * <p>The facts lie in one compact resource file of the class path, made by a tool from the public
 * Bicep types, Azure's SDK packages and documentation. The program that has it always reads the
 * same bytes, so reading it (by {@code java.io.InputStream}) is no I/O that a pure room would have
 * to ask for.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code arm.wire}, {@code types.shape}, {@code
 * types.overlay}.
 */
@NullMarked
package dev.belay.types.catalog;

import org.jspecify.annotations.NullMarked;
