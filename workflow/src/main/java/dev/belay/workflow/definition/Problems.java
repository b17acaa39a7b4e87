package dev.belay.workflow.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Collects what is wrong with a workflow's files. */
final class Problems {

    private final String mainFile;
    private final LinkedHashSet<Problem> all = new LinkedHashSet<>();

    /**
     * @param mainFile the workflow's own file, whose problems come first
     */
    Problems(String mainFile) {
        this.mainFile = mainFile;
    }

    void add(Place place, String message) {
        all.add(Problem.of(place, message));
    }

    void add(Place place, String message, String hint) {
        all.add(Problem.of(place, message, hint));
    }

    void add(Problem problem) {
        all.add(problem);
    }

    int count() {
        return all.size();
    }

    List<Problem> sorted() {
        var sorted = new ArrayList<>(all);
        sorted.sort(
                Comparator.comparing((Problem each) -> !each.place().file().equals(mainFile))
                        .thenComparing(Problem::place));
        return List.copyOf(sorted);
    }
}
