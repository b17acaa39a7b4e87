package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.transaction.capture.Inside;
import dev.belay.transaction.capture.WholeGroup;
import dev.belay.transaction.change.Differences;
import dev.belay.transaction.change.Evidence;
import dev.belay.transaction.change.Finding;
import dev.belay.transaction.change.Reason;
import dev.belay.transaction.change.ResourceChange;
import dev.belay.transaction.snapshot.Export;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What others did since the deployment began that a redeployment of the exported template in mode
 * Complete would undo: what they made is deleted with all in it, what they changed or deleted is
 * written again. Nobody could accept that before the deployment.
 */
final class Unforeseen {

    private static final Set<Reason> OF_OTHERS = Set.of(Reason.CHANGED_BY_OTHERS, Reason.CONFLICT);

    private final Session session;
    private final Scope.ResourceGroup group;
    private final Export export;
    private final Inside inside;

    Unforeseen(Session session, Scope.ResourceGroup group, Export export) {
        this.session = session;
        this.group = group;
        this.export = export;
        this.inside = new Inside(session.client(), session.outside().fanout(), session.knowledge());
    }

    /** What came of looking for it. */
    sealed interface Found {
        /**
         * @param hurt what it would undo, an id each, with the places where something is written
         *     over
         */
        record Hurt(List<String> hurt) implements Found {
            public Hurt {
                hurt = List.copyOf(hurt);
            }

            String words() {
                return String.join("; ", hurt);
            }
        }

        record Unlisted(ArmError error) implements Found {}
    }

    Found find(Evidence evidence, Differences differences) {
        WholeGroup.Listing listing =
                new WholeGroup(session.client(), session.outside().fanout(), session.knowledge())
                        .list(group);
        return switch (listing) {
            case WholeGroup.Listing.Refused(var error) -> new Found.Unlisted(error);
            case WholeGroup.Listing.Listed(var there) -> {
                var hurt = new LinkedHashSet<String>();
                deleted(there, evidence).forEach(id -> hurt.add(id.path()));
                overwritten(differences).forEach(hurt::add);
                yield new Found.Hurt(List.copyOf(hurt));
            }
        };
    }

    /** What was not there before, and goes by itself or with what holds it. */
    private List<ResourceId> deleted(List<ResourceId> there, Evidence evidence) {
        List<ResourceId> deletions =
                new CompleteDeletions(session.knowledge(), group, export).of(there);
        return there.stream()
                .filter(id -> evidence.before().find(id).isEmpty())
                .filter(id -> evidence.touch(id).isEmpty() && !inside.nobodys(id))
                .filter(id -> deletions.stream().anyMatch(gone -> gone.contains(id)))
                .toList();
    }

    private Stream<String> overwritten(Differences differences) {
        Stream<String> found =
                differences.findings().stream()
                        .filter(finding -> OF_OTHERS.contains(finding.reason()))
                        .filter(finding -> export.resources().contains(finding.id()))
                        .map(Unforeseen::words);
        Stream<String> changed =
                differences.changes().stream()
                        .filter(Unforeseen::changedSince)
                        .map(change -> change.id().path());
        return Stream.concat(found, changed);
    }

    private static String words(Finding finding) {
        return finding.paths().isEmpty()
                ? finding.id().path()
                : finding.id().path()
                        + " at "
                        + String.join(
                                ", ", finding.paths().stream().map(Object::toString).toList());
    }

    private static boolean changedSince(ResourceChange change) {
        return change instanceof ResourceChange.Created(_, var since) && since;
    }
}
