package dev.belay.template.expansion;

import dev.belay.arm.Scope;
import dev.belay.json.JsonObject;
import dev.belay.template.value.RuntimeRead;

import java.util.HashMap;
import java.util.Map;

/**
 * What the host has fetched so far.
 *
 * @param reads bodies of GETs and list actions
 * @param documents linked templates, as text
 * @param scopes what {@code resourceGroup()}, {@code subscription()} or {@code managementGroup()}
 *     answers in nested deployments to these scopes; of others no more is known than their ids
 * @param more whether the host will fetch what is missing; else it stays as it is
 */
public record Answers(
        Map<RuntimeRead, Answer> reads,
        Map<DocumentRef, String> documents,
        Map<Scope, JsonObject> scopes,
        boolean more) {

    private static final Answers NONE = new Answers(Map.of(), Map.of(), Map.of(), true);
    private static final Answers UNAVAILABLE = new Answers(Map.of(), Map.of(), Map.of(), false);

    public Answers {
        reads = Map.copyOf(reads);
        documents = Map.copyOf(documents);
        scopes = Map.copyOf(scopes);
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
        return new Answers(longer, documents, scopes, more);
    }

    public Answers with(DocumentRef document, String text) {
        var longer = new HashMap<>(documents);
        longer.put(document, text);
        return new Answers(reads, longer, scopes, more);
    }

    /** With the facts of a scope that a nested deployment goes to. */
    public Answers with(Scope scope, JsonObject facts) {
        var longer = new HashMap<>(scopes);
        longer.put(scope, facts);
        return new Answers(reads, documents, longer, more);
    }
}
