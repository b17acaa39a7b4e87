package dev.belay.template.expansion;

import dev.belay.template.diagnostic.Diagnostic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What to do about a mistake, in our words: ARM's texts say only what is wrong. */
final class Hints {

    private static final SequencedMap<String, String> BY_PHRASE = new LinkedHashMap<>();

    static {
        BY_PHRASE.put(
                "The template parameter '", "Declare it under 'parameters', or correct the name.");
        BY_PHRASE.put(
                "The template variable '", "Look at the variable's expression under 'variables'.");
        BY_PHRASE.put(
                "cycles back to itself", "Break the circle: one of these must not use the others.");
        BY_PHRASE.put("references itself", "A definition must not use itself.");
        BY_PHRASE.put(
                "Expected a value of type", "Give a value of that type; nothing is converted.");
        BY_PHRASE.put(
                "is not part of the allowed value(s)", "Give one of the values that are listed.");
        BY_PHRASE.put(
                "The template function '", "Correct the function's name, or where it stands.");
        BY_PHRASE.put("Unable to parse language expression", "Correct the expression's syntax.");
        BY_PHRASE.put("name segment(s)", "A name needs one segment for each segment of its type.");
        BY_PHRASE.put(
                "invalid copy count", "Give an integer from 0 to 800, known before deploying.");
        BY_PHRASE.put(
                "doesn't exist, available properties", "Use one of the properties that are there.");
    }

    private Hints() {}

    static Diagnostic on(Diagnostic diagnostic) {
        if (diagnostic.hint().isPresent()) {
            return diagnostic;
        }
        Optional<String> hint =
                BY_PHRASE.entrySet().stream()
                        .filter(entry -> diagnostic.message().contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
        return hint.map(diagnostic::hinting).orElse(diagnostic);
    }
}
