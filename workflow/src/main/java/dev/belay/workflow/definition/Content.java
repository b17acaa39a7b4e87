package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What a provisioner deploys. */
public sealed interface Content {

    record FromTemplate(TemplateSource source) implements Content {
        public FromTemplate {
            requireNonNull(source);
        }
    }

    /**
     * A blueprint in the documented folder form.
     *
     * @param folder where {@code blueprint.json} and {@code artifacts} stand, relative to the
     *     workflow file's folder or absolute
     * @param assignment the assignment's file, as the folder
     */
    record FromBlueprint(String folder, Optional<String> assignment) implements Content {
        public FromBlueprint {
            requireNonNull(folder);
            requireNonNull(assignment);
        }
    }
}
