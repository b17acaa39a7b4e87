/** What every store of transactions must do. */
@NullMarked
package dev.belay.transaction.log;

import org.jspecify.annotations.NullMarked;
