package dev.belay.workflow.execution;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.Fanout;
import dev.belay.transaction.run.Outside;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Everything that a workflow run meets outside itself.
 *
 * @param outside what its transactions meet
 * @param contents where templates and parameters come from
 * @param definitions reads workflow files again when a run is gone on with
 * @param folder the workflow file's folder, where shell steps run
 * @param lanes runs the steps of a parallel step at the same time
 * @param virtualTime whether ARM's time is virtual: then ARM steps never run at the same time
 * @param realTime by which people answer
 */
public record RunOutside(
        Outside outside,
        Contents contents,
        Definitions definitions,
        Path folder,
        Fanout lanes,
        boolean virtualTime,
        Supplier<Instant> realTime) {

    public RunOutside {
        requireNonNull(outside);
        requireNonNull(contents);
        requireNonNull(definitions);
        requireNonNull(folder);
        requireNonNull(lanes);
        requireNonNull(realTime);
    }
}
