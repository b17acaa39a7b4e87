package dev.belay.cli.command;

import dev.belay.transaction.run.TransactionSummary;

import java.util.List;

/** Which transaction of a store is meant. */
final class Selection {

    private static final int SHORTEST_PREFIX = 4;
    private static final String HINT = "See 'belay list'.";

    private Selection() {}

    /**
     * The one named, by its id or the beginning of it.
     *
     * @throws BadInput if there is none, or several begin so
     */
    static TransactionSummary named(List<TransactionSummary> all, String id) {
        List<TransactionSummary> matching =
                all.stream().filter(each -> each.id().equals(id) || beginsWith(each, id)).toList();
        if (matching.size() == 1) {
            return matching.getFirst();
        }
        throw matching.isEmpty()
                ? BadInput.of("There is no transaction '" + id + "' in this store.", HINT)
                : BadInput.of(
                        matching.size() + " transactions begin with '" + id + "'.",
                        "Give more of the id. " + HINT);
    }

    private static boolean beginsWith(TransactionSummary summary, String id) {
        return id.length() >= SHORTEST_PREFIX && summary.id().startsWith(id);
    }

    /**
     * The one unfinished, else the newest.
     *
     * @param arguments only those of the scope that the options name, if they name one
     * @throws BadInput if there is none, or several are unfinished
     */
    static TransactionSummary obvious(Arguments arguments, List<TransactionSummary> all) {
        List<TransactionSummary> there =
                all.stream().filter(each -> ScopeOptions.mean(arguments, each.scope())).toList();
        List<TransactionSummary> unfinished =
                there.stream().filter(each -> !each.finished()).toList();
        if (unfinished.size() > 1) {
            throw BadInput.of(
                    unfinished.size()
                            + " transactions are unfinished: "
                            + String.join(
                                    ", ", unfinished.stream().map(TransactionSummary::id).toList())
                            + ".",
                    "Name the one to undo.");
        }
        if (there.isEmpty()) {
            throw BadInput.of("There is no transaction to undo in this store.", HINT);
        }
        return unfinished.isEmpty() ? there.getLast() : unfinished.getFirst();
    }
}
