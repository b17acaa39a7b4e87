package dev.belay.workflow.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a phase stands.
 *
 * @param started empty if it was skipped
 */
public record PhaseState(Optional<Instant> started, Optional<RunEntry.PhaseEnded> ended) {}
