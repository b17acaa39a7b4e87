package dev.belay.workflow.execution;

import dev.belay.json.Json;
import dev.belay.json.JsonString;
import dev.belay.template.value.Value;
import dev.belay.workflow.definition.Problem;
import dev.belay.workflow.definition.Templated;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.definition.WorkflowFault;

/** Texts of a workflow, evaluated. */
final class Texts {

    private Texts() {}

    /** A text that may hold secrets: to be handed on, never shown. */
    static String hidden(Templated templated, Values values) {
        return text(templated.resolveText(values));
    }

    /**
     * A text that is shown.
     *
     * @throws WorkflowFault if it holds a secret
     */
    static String open(Templated templated, Values values) {
        Value value = templated.resolveText(values);
        if (value.holdsSecret()) {
            throw new WorkflowFault(
                    Problem.of(
                            templated.where(),
                            "A secret would be shown here: names and scopes hold none."));
        }
        return text(value);
    }

    private static String text(Value value) {
        Json json = value.known().orElseThrow();
        return json instanceof JsonString(var text) ? text : json.toText();
    }
}
