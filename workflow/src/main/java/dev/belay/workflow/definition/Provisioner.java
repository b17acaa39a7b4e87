package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import dev.belay.transaction.journal.RecordedRequest.Mode;
import dev.belay.transaction.journal.RecordedRequest.Strategy;

import java.util.List;
import java.util.Optional;

/**
 * What a step deploys, where and how.
 *
 * @param acceptDeletions whether an undo after a success may delete
 * @param deploymentName empty: made from the transaction's id
 * @param parameters in order; of two values for one parameter the later one counts
 */
public record Provisioner(
        String name,
        Content content,
        ScopeText scope,
        Mode mode,
        Strategy strategy,
        boolean acceptDeletions,
        boolean liftLocks,
        Optional<Templated> deploymentName,
        List<ParameterSource> parameters,
        Place where) {

    public Provisioner {
        requireNonNull(name);
        requireNonNull(content);
        requireNonNull(scope);
        requireNonNull(mode);
        requireNonNull(strategy);
        requireNonNull(deploymentName);
        parameters = List.copyOf(parameters);
        requireNonNull(where);
    }
}
