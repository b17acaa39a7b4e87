package dev.belay.workflow.blueprint;

import dev.belay.json.JsonObject;
import dev.belay.workflow.definition.Problem;

import java.util.List;

/** What came of converting a blueprint. */
public sealed interface Conversion {

    /**
     * A template that does what the assignment of the blueprint would do.
     *
     * @param template at subscription scope, or at a management group's
     * @param parameters the assignment's, in ARM's form: name to {@code {"value": …}} or {@code
     *     {"reference": …}}
     * @param notes what its author should know, sentences
     */
    record Converted(JsonObject template, JsonObject parameters, List<String> notes)
            implements Conversion {
        public Converted {
            notes = List.copyOf(notes);
        }

        /** The parameters as a parameter file. */
        public JsonObject parameterFile() {
            return JsonObject.builder()
                    .put(
                            "$schema",
                            "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#")
                    .put("contentVersion", "1.0.0.0")
                    .put("parameters", parameters)
                    .build();
        }
    }

    /** Everything that is wrong with the files. */
    record Wrong(List<Problem> problems) implements Conversion {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }
}
