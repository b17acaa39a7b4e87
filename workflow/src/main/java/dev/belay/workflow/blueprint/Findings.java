package dev.belay.workflow.blueprint;

import dev.belay.workflow.definition.Place;
import dev.belay.workflow.definition.Problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Collects what is wrong with a blueprint, and what its author should know. */
final class Findings {

    private final LinkedHashSet<Problem> problems = new LinkedHashSet<>();
    private final LinkedHashSet<String> notes = new LinkedHashSet<>();

    void wrong(Place place, String message, String hint) {
        problems.add(
                hint.isEmpty() ? Problem.of(place, message) : Problem.of(place, message, hint));
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** By file, line and column. */
    List<Problem> problems() {
        var sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparing(Problem::place));
        return List.copyOf(sorted);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
