package dev.belay.view.html;

import static java.util.Objects.requireNonNull;

import dev.belay.transaction.event.TransactionDetails;
import dev.belay.workflow.event.RunReport;

import java.util.List;
import java.util.Map;

/**
 * What the page of a run is made of.
 *
 * @param owner who began it, on which host, in which process
 * @param logs what is kept of each step's log, by the step's name
 * @param transactions those of its steps, by their ids
 */
public record RunPage(
        RunReport report,
        String owner,
        Map<String, List<String>> logs,
        Map<String, TransactionDetails> transactions) {

    public RunPage {
        requireNonNull(report);
        requireNonNull(owner);
        logs = Map.copyOf(logs);
        transactions = Map.copyOf(transactions);
    }
}
