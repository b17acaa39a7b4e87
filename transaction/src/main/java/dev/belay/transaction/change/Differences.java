package dev.belay.transaction.change;

import java.util.List;

/**
 * What differs from the snapshot.
 *
 * @param changes resource by resource, parents before children; what others did to a resource as a
 *     whole is among them as {@code Appeared}
 * @param findings what is left as it is, and why
 * @param notes what cannot be told apart, in sentences
 */
public record Differences(
        List<ResourceChange> changes, List<Finding> findings, List<String> notes) {

    public Differences {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }
}
