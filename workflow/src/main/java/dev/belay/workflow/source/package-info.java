/**
 * Room: where templates and parameters come from: files, addresses, Git repositories, template
 * specs.
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code client.call}, {@code template.diagnostic},
 * {@code template.syntax}, {@code template.value}, {@code workflow.definition}.
 */
@NullMarked
package dev.belay.workflow.source;

import org.jspecify.annotations.NullMarked;
