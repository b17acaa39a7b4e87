/**
 * Room: runs, transactions and their lists as HTML pages that need nothing else: no script, no
 * network. The templates lie in {@code src/main/jte}; the build makes classes of this room of them.
 *
 * <p>Kind: pure.
 *
 * <p>May import: {@code json}, {@code arm}, {@code transaction.change}, {@code transaction.plan},
 * {@code transaction.journal}, {@code transaction.event}, {@code workflow.event}, {@code
 * view.text}.
 */
@NullMarked
package dev.belay.view.html;

import org.jspecify.annotations.NullMarked;
