package dev.belay.transaction.run;

import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.transaction.event.Report;

import java.util.List;

/** How a command on a transaction ended. */
public sealed interface TransactionOutcome {

    /** It came to a verdict. */
    record Reported(Report report) implements TransactionOutcome {}

    /** The template or its parameters are wrong; nothing was touched and nothing was kept. */
    record BadInput(List<Diagnostic> diagnostics) implements TransactionOutcome {
        public BadInput {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * It was told to stop at once; a later {@code rollback} of this transaction goes on.
     *
     * @param transaction its id
     */
    record Stopped(String transaction) implements TransactionOutcome {}
}
