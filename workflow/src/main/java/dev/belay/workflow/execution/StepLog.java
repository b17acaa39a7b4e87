package dev.belay.workflow.execution;

import dev.belay.transaction.snapshot.Digest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What a step prints and does, line by line, without secrets; of a long one the last part. */
final class StepLog {

    private static final int LONGEST_LINE = 16_384;
    private static final int LARGEST = 1 << 20;

    private final Deque<String> lines = new ArrayDeque<>();
    private int size;
    private long dropped;

    /** Adds a line that holds no secret any more. */
    synchronized void add(String line) {
        String kept = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + " …" : line;
        lines.add(kept);
        size += kept.length() + 1;
        while (size > LARGEST) {
            size -= lines.removeFirst().length() + 1;
            dropped++;
        }
    }

    /** Keeps it; empty if there is nothing. */
    synchronized Optional<Digest> keep(RunLog log) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String text = String.join("\n", lines) + "\n";
        return Optional.of(
                log.keep(
                        dropped == 0 ? text : "(" + dropped + " earlier lines left out)\n" + text));
    }
}
