package dev.belay.transaction.change;

import dev.belay.arm.ResourceId;
import dev.belay.json.JsonObject;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.List;
import java.util.Optional;

/**
 * Whether something that is there now and was not before was created by our deployment.
 *
 * <p>It needs an operation of ours. One that failed counts only if what stands there is not {@code
 * Succeeded} or holds what we sent: a name taken by a stranger proves nothing. And it must still be
 * the same incarnation as right after the deployment.
 */
final class Ownership {

    /** Where a body tells one incarnation of a resource from the next of the same id. */
    private static final List<String> INCARNATION =
            List.of(
                    "/systemData/createdAt",
                    "/properties/creationTime",
                    "/properties/createdOn",
                    "/properties/createdTime",
                    "/properties/creationDate",
                    "/properties/resourceGuid",
                    "/properties/uniqueId",
                    "/properties/vmId",
                    "/identity/principalId",
                    "/properties/principalId");

    private Ownership() {}

    static boolean created(Evidence evidence, SnapshotEntry.Present now) {
        ResourceId id = now.id();
        Optional<SnapshotEntry.Present> after = evidence.after().present(id);
        if (!evidence.before().absent(id) || after.isEmpty()) {
            return false;
        }
        return operationProves(evidence, id, after.get().body())
                && sameIncarnation(after.get().body(), now.body());
    }

    private static boolean operationProves(Evidence evidence, ResourceId id, JsonObject after) {
        Optional<Evidence.Touch> touch = evidence.touch(id);
        if (touch.isEmpty()) {
            return !evidence.acceptedForSure() && holdsSent(evidence, id, after);
        }
        return switch (touch.get()) {
            case WRITTEN_ONCE, WRITTEN -> true;
            case ATTEMPTED -> !settled(after) || holdsSent(evidence, id, after);
        };
    }

    private static boolean settled(JsonObject body) {
        return body.textAt("/properties/provisioningState")
                .map("Succeeded"::equalsIgnoreCase)
                .orElse(true);
    }

    private static boolean holdsSent(Evidence evidence, ResourceId id, JsonObject body) {
        return evidence.sent().body(id).filter(sent -> SentMatch.holds(sent, body)).isPresent();
    }

    static boolean sameIncarnation(JsonObject one, JsonObject other) {
        return INCARNATION.stream()
                .allMatch(
                        place -> {
                            Optional<String> mine = one.textAt(place);
                            Optional<String> theirs = other.textAt(place);
                            return mine.isEmpty() || theirs.isEmpty() || mine.equals(theirs);
                        });
    }
}
