package dev.belay.template.expansion;

import dev.belay.template.value.RuntimeRead;

import java.util.HashMap;
import java.util.Map;

/**
 * What the host has fetched so far.
 *
 * @param reads bodies of GETs and list actions
 * @param documents linked templates, as text
 * @param more whether the host will fetch what is missing; else it stays as it is
 */
public record Answers(
        Map<RuntimeRead, Answer> reads, Map<DocumentRef, String> documents, boolean more) {

    private static final Answers NONE = new Answers(Map.of(), Map.of(), true);
    private static final Answers UNAVAILABLE = new Answers(Map.of(), Map.of(), false);

    public Answers {
        reads = Map.copyOf(reads);
        documents = Map.copyOf(documents);
    }

    /** Nothing yet; the host fetches what is asked for. */
    public static Answers none() {
        return NONE;
    }

    /** Nothing, and nothing to come: what needs more stays deferred. */
    public static Answers unavailable() {
        return UNAVAILABLE;
    }

    public Answers with(RuntimeRead read, Answer answer) {
        var longer = new HashMap<>(reads);
        longer.put(read, answer);
        return new Answers(longer, documents, more);
    }

    public Answers with(DocumentRef document, String text) {
        var longer = new HashMap<>(documents);
        longer.put(document, text);
        return new Answers(reads, longer, more);
    }
}
