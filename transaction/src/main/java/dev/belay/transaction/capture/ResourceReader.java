package dev.belay.transaction.capture;

import dev.belay.arm.ArmError;
import dev.belay.arm.Clock;
import dev.belay.arm.Fanout;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Read;
import dev.belay.client.call.Resources;
import dev.belay.json.JsonObject;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.Snapshot.Listed;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;

/** Reads resources by their ids, side by side, and one list per resource group as a hint. */
public final class ResourceReader {

    private static final String GROUP_VERSION = "2021-04-01";

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
        return new Snapshot(clock.now(), entries, lists(scopes).items());
    }

    /**
     * Reads again what a snapshot holds. A resource group in which nothing of it is left is read
     * too: one that is gone stands there as absent.
     */
    public Snapshot again(Snapshot before) {
        var versions = new LinkedHashMap<ResourceId, String>();
        before.entries().forEach((id, entry) -> versions.put(id, entry.apiVersion()));
        Snapshot now = read(versions, Set.of());
        Set<ResourceId> empty = new LinkedHashSet<>();
        Set<ResourceId> inhabited = new LinkedHashSet<>();
        for (SnapshotEntry entry : now.entries().values()) {
            if (entry.id().scope() instanceof Scope.ResourceGroup group) {
                boolean absent = entry instanceof SnapshotEntry.Absent;
                (absent ? empty : inhabited).add(ResourceId.of(group));
            }
        }
        empty.removeAll(inhabited);
        empty.removeIf(versions::containsKey);
        var groups = new LinkedHashMap<ResourceId, SnapshotEntry>();
        for (ResourceId group : empty) {
            if (read(group, GROUP_VERSION) instanceof SnapshotEntry.Absent gone) {
                groups.put(group, gone);
            }
        }
        groups.putAll(now.entries());
        return new Snapshot(now.takenAt(), groups, now.listed());
    }

    /**
     * What the lists of resource groups show.
     *
     * @param scopes those whose lists could be read
     */
    public record Lists(List<Listed> items, Set<Scope> scopes) {
        public Lists {
            items = List.copyOf(items);
            scopes = Set.copyOf(scopes);
        }
    }

    /** Reads the lists of those scopes that have one: resource groups. */
    public Lists lists(Set<Scope> scopes) {
        var items = new ArrayList<Listed>();
        Set<Scope> read = new LinkedHashSet<>();
        for (Scope scope : scopes) {
            if (scope instanceof Scope.ResourceGroup) {
                var here = new ArrayList<Listed>();
                if (resources.inScope(scope, item -> add(item, here)).isEmpty()) {
                    items.addAll(here);
                    read.add(scope);
                }
            }
        }
        return new Lists(items, read);
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

    private static void add(JsonObject item, List<Listed> listed) {
        item.textAt("/id")
                .flatMap(ResourceId::parse)
                .map(id -> new Listed(id, item.textAt("/createdTime"), item.textAt("/changedTime")))
                .ifPresent(listed::add);
    }
}
