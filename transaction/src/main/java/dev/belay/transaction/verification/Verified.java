package dev.belay.transaction.verification;

import dev.belay.transaction.change.Finding;
import dev.belay.transaction.change.ResourceChange;
import dev.belay.transaction.journal.Proof;
import dev.belay.transaction.snapshot.Snapshot;

import java.util.List;

/**
 * What a verification found.
 *
 * @param capture what was read
 * @param proof what was counted
 * @param open changes of ours that are still there
 * @param findings what is left as it is, and why
 */
public record Verified(
        Snapshot capture, Proof proof, List<ResourceChange> open, List<Finding> findings) {

    public Verified {
        open = List.copyOf(open);
        findings = List.copyOf(findings);
    }
}
