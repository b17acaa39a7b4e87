package dev.belay.template.expansion;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.RuntimePort;
import dev.belay.template.value.RuntimeRead;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What all templates of one expansion have in common: answers, and what is still to be fetched. */
final class Shared implements RuntimePort {

    private final boolean predicting;
    private final Answers answers;
    private final Set<RuntimeRead> reads = new LinkedHashSet<>();
    private final Set<DocumentRef> documents = new LinkedHashSet<>();
    private final List<Diagnostic> warnings = new ArrayList<>();

    Shared(boolean predicting, Answers answers) {
        this.predicting = predicting;
        this.answers = answers;
    }

    /** Whether this is to answer as Microsoft's engine does, which knows no runtime values. */
    boolean predicting() {
        return predicting;
    }

    RuntimePort port() {
        return this;
    }

    @Override
    public Optional<Json> read(RuntimeRead read) {
        Answer answer = answers.reads().get(read);
        if (answer == null) {
            reads.add(read);
            return Optional.empty();
        }
        return switch (answer) {
            case Answer.Found(Json body) -> Optional.of(yielded(read, body));
            case Answer.Failed(ArmError error) ->
                    throw new TemplateFault(Diagnostic.of(error.code(), error.message()));
        };
    }

    // reference() yields the properties of what a GET answers, unless it asks for all of it.
    private static Json yielded(RuntimeRead read, Json body) {
        return read instanceof RuntimeRead.Get(_, _, boolean full)
                        && !full
                        && body instanceof JsonObject object
                ? object.find("properties").orElse(Json.object())
                : body;
    }

    /** The text of a linked template, or a note that it is wanted. */
    Optional<String> document(DocumentRef reference) {
        String text = answers.documents().get(reference);
        if (text == null && !predicting) {
            documents.add(reference);
        }
        return Optional.ofNullable(text);
    }

    /** What is known of a scope besides its id. */
    Optional<JsonObject> facts(Scope scope) {
        return Optional.ofNullable(answers.scopes().get(scope));
    }

    boolean hostFetches() {
        return answers.more();
    }

    /** Everything that was asked in vain. */
    Set<RuntimeRead> reads() {
        return reads;
    }

    Set<DocumentRef> documents() {
        return documents;
    }

    List<Diagnostic> warnings() {
        return warnings;
    }
}
