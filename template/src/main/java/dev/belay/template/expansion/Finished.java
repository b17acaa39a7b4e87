package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.value.RuntimeRead;
import dev.belay.template.value.Value;

import java.util.List;
import java.util.Set;

/** A residual value once more, with all that the host has fetched. */
public sealed interface Finished {

    /**
     * @param json what to send
     * @param tainted the same, with {@link Value.Secure} where it came from something secret
     */
    record Ready(Json json, Value tainted) implements Finished {

        /** Secrets are not printed. */
        @Override
        public String toString() {
            return "Ready[" + tainted + "]";
        }
    }

    /** To be fetched and put into the {@link Answers}; then finish again. */
    record Needs(Set<RuntimeRead> reads) implements Finished {
        public Needs {
            reads = Set.copyOf(reads);
        }
    }

    record Rejected(List<Diagnostic> diagnostics) implements Finished {
        public Rejected {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
