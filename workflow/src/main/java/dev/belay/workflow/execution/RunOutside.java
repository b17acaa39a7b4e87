package dev.belay.workflow.execution;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.Fanout;
import dev.belay.transaction.run.Outside;
import dev.belay.workflow.definition.Files;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Everything that a workflow run meets outside itself.
 *
 * @param outside what its transactions meet
 * @param files the files of the workflow file's folder
 * @param contents where templates and parameters come from
 * @param folder the workflow file's folder, where shell steps run
 * @param lanes runs the steps of a parallel step at the same time
 * @param virtualTime whether ARM's time is virtual: then ARM steps never run at the same time
 * @param realTime by which people answer
 */
public record RunOutside(
        Outside outside,
        Files files,
        Contents.Maker contents,
        Path folder,
        Fanout lanes,
        boolean virtualTime,
        Supplier<Instant> realTime) {

    public RunOutside {
        requireNonNull(outside);
        requireNonNull(files);
        requireNonNull(contents);
        requireNonNull(folder);
        requireNonNull(lanes);
        requireNonNull(realTime);
    }
}
