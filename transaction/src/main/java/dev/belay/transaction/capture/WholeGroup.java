package dev.belay.transaction.capture;

import dev.belay.arm.ArmError;
import dev.belay.arm.Fanout;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.Resources;
import dev.belay.transaction.change.TypeKnowledge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything in a resource group, as far as its lists and the catalog tell: what a deployment in
 * mode Complete may delete, with the children and extension resources that would go with it.
 */
public final class WholeGroup {

    private final Resources resources;
    private final Inside inside;
    private final TypeKnowledge knowledge;

    public WholeGroup(ArmClient client, Fanout fanout, TypeKnowledge knowledge) {
        this.resources = new Resources(client);
        this.inside = new Inside(client, fanout, knowledge);
        this.knowledge = knowledge;
    }

    /** What came of listing it. */
    public sealed interface Listing {
        record Listed(List<ResourceId> ids) implements Listing {
            public Listed {
                ids = List.copyOf(ids);
            }
        }

        record Refused(ArmError error) implements Listing {}
    }

    /** Parents before children. */
    public Listing list(Scope.ResourceGroup group) {
        ReadList top = resources.inScope(group);
        Optional<ArmError> unread = unread(top);
        if (unread.isPresent()) {
            return new Listing.Refused(unread.get());
        }
        Set<ResourceId> found = new LinkedHashSet<>();
        Deque<ResourceId> next = new ArrayDeque<>(Inside.ids(top));
        while (!next.isEmpty()) {
            ResourceId id = next.removeFirst();
            if (id.type().equals(ResourceType.DEPLOYMENT) || !found.add(id)) {
                continue;
            }
            for (ReadList list : inside.lists(id)) {
                Optional<ArmError> error = forbidden(list);
                if (error.isPresent()) {
                    return new Listing.Refused(error.get());
                }
                Inside.ids(list).stream().filter(id::contains).forEach(next::add);
            }
            next.addAll(knowledge.automaticChildren(id));
        }
        return new Listing.Listed(new ArrayList<>(found));
    }

    private static Optional<ArmError> unread(ReadList list) {
        return switch (list) {
            case ReadList.Items _ -> Optional.empty();
            case ReadList.Refused(var error, _) -> Optional.of(error);
            case ReadList.NoAnswer(var reason) -> Optional.of(ArmError.of("NoAnswer", reason));
        };
    }

    /** Many types have no list of this or that; only one that is kept from us is a gap. */
    private static Optional<ArmError> forbidden(ReadList list) {
        return list instanceof ReadList.Refused(_, var status)
                        && status != 403
                        && status != 429
                        && status < 500
                ? Optional.empty()
                : unread(list);
    }
}
