package dev.belay.transaction.capture;

import dev.belay.arm.ArmError;
import dev.belay.arm.Clock;
import dev.belay.arm.Fanout;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Read;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.Resources;
import dev.belay.json.JsonObject;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.Snapshot.Listed;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;

/** Reads resources by their ids, side by side, and one list per resource group as a hint. */
public final class ResourceReader {

    private final Resources resources;
    private final Fanout fanout;
    private final Clock clock;

    public ResourceReader(ArmClient client, Fanout fanout, Clock clock) {
        this.resources = new Resources(client);
        this.fanout = fanout;
        this.clock = clock;
    }

    /**
     * Reads a set of resources.
     *
     * @param versions the resources and the api-versions to read them with, parents before children
     * @param scopes whose lists are to be read as hints; only resource groups have one
     */
    public Snapshot read(SequencedMap<ResourceId, String> versions, Set<Scope> scopes) {
        List<Supplier<SnapshotEntry>> gets =
                versions.entrySet().stream()
                        .<Supplier<SnapshotEntry>>map(
                                target -> () -> read(target.getKey(), target.getValue()))
                        .toList();
        var entries = new LinkedHashMap<ResourceId, SnapshotEntry>();
        fanout.all(gets).forEach(entry -> entries.put(entry.id(), entry));
        var listed = new ArrayList<Listed>();
        scopes.stream()
                .filter(Scope.ResourceGroup.class::isInstance)
                .forEach(scope -> listed.addAll(list(scope)));
        return new Snapshot(clock.now(), entries, listed);
    }

    /** One resource now. */
    public SnapshotEntry read(ResourceId id, String apiVersion) {
        return switch (resources.get(id, apiVersion)) {
            case Read.Found(var resource, var etag, _) -> new SnapshotEntry.Present(resource, etag);
            case Read.Missing _ -> new SnapshotEntry.Absent(id, apiVersion);
            case Read.Refused(var error, _) -> new SnapshotEntry.Unreadable(id, apiVersion, error);
            case Read.NoAnswer(var reason) ->
                    new SnapshotEntry.Unreadable(id, apiVersion, ArmError.of("NoAnswer", reason));
        };
    }

    /** The list of a scope; a list that cannot be read gives no hints. */
    private List<Listed> list(Scope scope) {
        return switch (resources.inScope(scope)) {
            case ReadList.Items(var items) ->
                    items.stream().flatMap(item -> listed(item).stream()).toList();
            case ReadList.Refused _, ReadList.NoAnswer _ -> List.of();
        };
    }

    private static List<Listed> listed(JsonObject item) {
        return item.textAt("/id").flatMap(ResourceId::parse).stream()
                .map(id -> new Listed(id, item.textAt("/createdTime"), item.textAt("/changedTime")))
                .toList();
    }
}
