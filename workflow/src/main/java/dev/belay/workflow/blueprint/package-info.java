/**
 * Room: blueprint folders (Azure Blueprints, retired 2027-01-31) as ARM templates.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code template.diagnostic}, {@code template.expression}, {@code
 * workflow.definition}.
 */
@NullMarked
package dev.belay.workflow.blueprint;

import org.jspecify.annotations.NullMarked;
