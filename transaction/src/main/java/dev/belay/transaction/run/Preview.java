package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.template.diagnostic.Diagnostic;

import java.util.List;

/** What is known of a deployment before anything is opened or sent. */
public sealed interface Preview {

    /**
     * @param ids everything that the deployment could touch, parents before children
     */
    record Touching(List<ResourceId> ids) implements Preview {
        public Touching {
            ids = List.copyOf(ids);
        }
    }

    /** Template or parameters cannot be used. */
    record BadInput(List<Diagnostic> diagnostics) implements Preview {
        public BadInput {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** It would be refused. */
    record Refused(ArmError error) implements Preview {}
}
