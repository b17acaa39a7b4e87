package dev.belay.cli.command;

import dev.belay.workflow.execution.RunSummary;

import java.util.List;

/** Which workflow run of a store is meant. */
final class RunSelection {

    private static final String PREFIX = "run-";
    private static final int SHORTEST = PREFIX.length() + 4;
    private static final String HINT = "See 'belay runs'.";

    private RunSelection() {}

    /** Whether the id is a run's, and no transaction's. */
    static boolean means(String id) {
        return id.startsWith(PREFIX);
    }

    /**
     * The one named, by its id or the beginning of it.
     *
     * @throws BadInput if there is none, or several begin so
     */
    static RunSummary named(List<RunSummary> all, String id) {
        if (!means(id)) {
            throw BadInput.of("'" + id + "' is no id of a run: those begin with 'run-'.", HINT);
        }
        List<RunSummary> matching =
                all.stream()
                        .filter(
                                each ->
                                        each.run().equals(id)
                                                || (id.length() >= SHORTEST
                                                        && each.run().startsWith(id)))
                        .toList();
        if (matching.size() == 1) {
            return matching.getFirst();
        }
        throw matching.isEmpty()
                ? BadInput.of("There is no run '" + id + "' in this store.", HINT)
                : BadInput.of(
                        matching.size() + " runs begin with '" + id + "'.",
                        "Give more of the id. " + HINT);
    }
}
