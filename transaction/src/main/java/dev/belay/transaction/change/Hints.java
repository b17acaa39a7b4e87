package dev.belay.transaction.change;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.transaction.snapshot.Snapshot.Listed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the lists of the scopes say of resources that were not saved: somebody else's doing, or
 * something that the deployment made under a name that could not be foreseen. All of it is left.
 */
public final class Hints {

    private Hints() {}

    /**
     * What happened beside the snapshot.
     *
     * @param now what the lists show
     * @param scopes the scopes whose lists these are; of others nothing is said
     */
    public static List<Finding> between(Evidence evidence, List<Listed> now, Set<Scope> scopes) {
        Map<ResourceId, Listed> gone = new LinkedHashMap<>();
        evidence.before().listed().stream()
                .filter(item -> unsaved(evidence, item))
                .filter(
                        item ->
                                scopes.stream()
                                        .anyMatch(scope -> scope.contains(item.id().scope())))
                .forEach(item -> gone.put(item.id(), item));
        var findings = new ArrayList<Finding>();
        for (Listed item : now) {
            if (unsaved(evidence, item)) {
                Optional.ofNullable(gone.remove(item.id()))
                        .ifPresentOrElse(
                                former -> changed(former, item).ifPresent(findings::add),
                                () -> findings.add(appeared(evidence, item.id())));
            }
        }
        gone.keySet()
                .forEach(
                        id ->
                                findings.add(
                                        finding(
                                                id,
                                                Reason.CHANGED_BY_OTHERS,
                                                "Somebody else deleted it meanwhile.")));
        return findings;
    }

    /** Whether it was not saved, and is no other step's of the same workflow run. */
    private static boolean unsaved(Evidence evidence, Listed item) {
        return evidence.before().find(item.id()).isEmpty()
                && !evidence.later().targets().contains(item.id());
    }

    private static Optional<Finding> changed(Listed former, Listed now) {
        return former.changedTime().equals(now.changedTime())
                ? Optional.empty()
                : Optional.of(
                        finding(
                                now.id(),
                                Reason.CHANGED_BY_OTHERS,
                                "Somebody else changed it meanwhile."));
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
