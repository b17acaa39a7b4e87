package dev.belay.transaction.change;

import dev.belay.arm.ResourceId;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.Snapshot.Listed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the lists of the scopes say of resources that were not saved: somebody else's doing, or
 * something that the deployment made under a name that could not be foreseen. All of it is left.
 */
final class Hints {

    private Hints() {}

    static List<Finding> between(Evidence evidence, Snapshot now) {
        Map<ResourceId, Listed> before = new LinkedHashMap<>();
        evidence.before().listed().forEach(item -> before.put(item.id(), item));
        var findings = new ArrayList<Finding>();
        for (Listed item : now.listed()) {
            if (known(evidence, item.id())) {
                continue;
            }
            Optional<Listed> former = Optional.ofNullable(before.get(item.id()));
            if (former.isEmpty()) {
                findings.add(appeared(evidence, item.id()));
            } else if (!former.get().changedTime().equals(item.changedTime())) {
                findings.add(
                        finding(
                                item.id(),
                                Reason.CHANGED_BY_OTHERS,
                                "Somebody else changed it meanwhile."));
            }
        }
        before.keySet().stream()
                .filter(id -> !known(evidence, id))
                .filter(id -> now.listed().stream().noneMatch(item -> item.id().equals(id)))
                .forEach(
                        id ->
                                findings.add(
                                        finding(
                                                id,
                                                Reason.CHANGED_BY_OTHERS,
                                                "Somebody else deleted it meanwhile.")));
        return findings;
    }

    /** Whether it was saved, or is another step's of the same workflow run. */
    private static boolean known(Evidence evidence, ResourceId id) {
        return evidence.before().find(id).isPresent() || evidence.later().targets().contains(id);
    }

    private static Finding appeared(Evidence evidence, ResourceId id) {
        return evidence.touch(id).isPresent()
                ? finding(
                        id,
                        Reason.NOT_OURS,
                        "The deployment wrote it, but its name could not be foreseen: whether it"
                                + " was there before is not known.")
                : finding(id, Reason.NOT_OURS, "Somebody else created it meanwhile.");
    }

    private static Finding finding(ResourceId id, Reason reason, String text) {
        return new Finding(id, List.of(), reason, text);
    }
}
