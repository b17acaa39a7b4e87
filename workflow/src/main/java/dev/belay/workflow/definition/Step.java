package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step of a phase.
 *
 * @param name unique in the workflow; made from kind and number where the file has none
 * @param id the short name for expressions, unique too; the name where the file has none
 * @param when runs only if this is true; empty: always
 * @param timeout the longest that one attempt may take; empty: as long as its kind allows
 * @param rerunnable whether it may be run again if it was interrupted and its end is unknown
 */
public record Step(
        String name,
        String id,
        StepAct act,
        Optional<Templated> when,
        Optional<Duration> timeout,
        Retry retry,
        boolean rerunnable,
        Place where) {

    public Step {
        requireNonNull(name);
        requireNonNull(id);
        requireNonNull(act);
        requireNonNull(when);
        requireNonNull(timeout);
        requireNonNull(retry);
        requireNonNull(where);
    }

    /** This step and, if it is parallel, those inside it. */
    public Stream<Step> withInner() {
        return act instanceof StepAct.Parallel(var steps)
                ? Stream.concat(Stream.of(this), steps.stream().flatMap(Step::withInner))
                : Stream.of(this);
    }
}
