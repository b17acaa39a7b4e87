package dev.belay.emulator.world;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceParent;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All resources and resource groups, with every index over them. The indexes are computed here and
 * nowhere else; {@link #recomputed()} makes them anew for checks.
 *
 * @param byId by path without case, so that everything below a path is one range
 * @param groups the paths without case of the resource groups
 * @param locks the paths without case of the locks
 * @param globalNames names that no two resources of a type may share, to the path of their holder
 * @param references path without case to the paths of the resources whose bodies name it
 */
public record Resources(
        TreePMap<String, StoredResource> byId,
        TreePSet<String> groups,
        TreePSet<String> locks,
        PMap<String, String> globalNames,
        PMap<String, TreePSet<String>> references) {

    public static final Resources EMPTY =
            new Resources(
                    TreePMap.empty(),
                    TreePSet.empty(),
                    TreePSet.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty());

    public static final ResourceType LOCK = ResourceType.of("Microsoft.Authorization/locks");

    public Resources {
        requireNonNull(byId);
        requireNonNull(groups);
        requireNonNull(locks);
        requireNonNull(globalNames);
        requireNonNull(references);
    }

    public Optional<StoredResource> find(ResourceId id) {
        return Optional.ofNullable(byId.get(id.folded()));
    }

    public boolean has(ResourceId id) {
        return byId.containsKey(id.folded());
    }

    public Optional<StoredResource> group(Scope.ResourceGroup group) {
        return Optional.ofNullable(byId.get(group.folded()));
    }

    /** Everything below a scope or resource, at any depth, without itself; ordered by path. */
    public Collection<StoredResource> below(ResourceParent parent) {
        return range(byId, parent.folded()).values();
    }

    /** The children of one segment, e.g. the subnets of a network, ordered by path. */
    public List<StoredResource> children(ResourceId container, String segment) {
        ResourceType type = container.type().child(segment);
        return below(container).stream().filter(child -> child.id().type().equals(type)).toList();
    }

    /** The resources of one top-level type that hang on exactly this parent. */
    public List<StoredResource> ofType(ResourceParent parent, ResourceType type) {
        String prefix = parent.folded() + "/providers/" + type.folded();
        return range(byId, prefix).values().stream()
                .filter(found -> found.id().type().equals(type))
                .toList();
    }

    /** Direct children and extension resources of a resource, of any type. */
    public List<StoredResource> directlyBelow(ResourceId parent) {
        return below(parent).stream().filter(child -> isDirectlyBelow(parent, child.id())).toList();
    }

    private static boolean isDirectlyBelow(ResourceId parent, ResourceId child) {
        return child.type().isChild()
                ? child.container().filter(parent::equals).isPresent()
                : child.parent().folded().equals(parent.folded());
    }

    /** The resource groups of a subscription, ordered by path. */
    public List<StoredResource> groupsOf(Scope.Subscription subscription) {
        var found = new ArrayList<StoredResource>();
        String from = subscription.folded() + "/";
        for (String path : groups.subSet(from, subscription.folded() + "0")) {
            StoredResource group = byId.get(path);
            if (group != null) {
                found.add(group);
            }
        }
        return found;
    }

    /** The locks on a path itself and on everything above it, nearest last. */
    public List<StoredResource> locksOver(ResourceParent what) {
        var found = new ArrayList<StoredResource>();
        String path = what.folded();
        for (int end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
            addLocksOn(path.substring(0, end), found);
        }
        addLocksOn(path, found);
        return found;
    }

    /** The locks on things below a path, without those on the path itself. */
    public List<StoredResource> locksBelow(ResourceParent what) {
        var found = new ArrayList<StoredResource>();
        String own = onItself(what.folded());
        for (String lock : locks.subSet(what.folded() + "/", what.folded() + "0")) {
            StoredResource stored = byId.get(lock);
            if (stored != null && !lock.startsWith(own)) {
                found.add(stored);
            }
        }
        return found;
    }

    private void addLocksOn(String path, List<StoredResource> found) {
        String own = onItself(path);
        String end = own.substring(0, own.length() - 1) + "0";
        for (String lock : locks.subSet(own, end)) {
            StoredResource stored = byId.get(lock);
            if (stored != null) {
                found.add(stored);
            }
        }
    }

    private static String onItself(String path) {
        return path + "/providers/microsoft.authorization/locks/";
    }

    /** The resource that holds a globally unique name. */
    public Optional<String> holderOf(String globalName) {
        return Optional.ofNullable(globalNames.get(globalName));
    }

    /** Whether another resource of the type holds the globally unique name of this id. */
    public boolean takenByAnother(ResourceId id) {
        return Index.globalName(id.type().folded(), id.name())
                .flatMap(this::holderOf)
                .filter(holder -> !holder.equals(id.folded()))
                .isPresent();
    }

    /** The resources whose bodies name this one or something below it, but for itself. */
    public List<StoredResource> referencing(ResourceId id) {
        return references.getOrDefault(id.folded(), TreePSet.empty()).stream()
                .flatMap(path -> Optional.ofNullable(byId.get(path)).stream())
                .filter(other -> !id.contains(other.id()))
                .toList();
    }

    /** These with one resource put in or replaced. */
    public Resources with(StoredResource resource) {
        Resources without = has(resource.id()) ? without(resource.id()) : this;
        String path = resource.id().folded();
        return new Resources(
                without.byId.plus(path, resource),
                isGroup(resource) ? without.groups.plus(path) : without.groups,
                isLock(resource) ? without.locks.plus(path) : without.locks,
                Index.withNames(without.globalNames, resource),
                Index.withReferences(without.references, resource));
    }

    /** These without one resource; what lies below it stays. */
    public Resources without(ResourceId id) {
        String path = id.folded();
        StoredResource gone = byId.get(path);
        return gone == null
                ? this
                : new Resources(
                        byId.minus(path),
                        groups.minus(path),
                        locks.minus(path),
                        Index.withoutNames(globalNames, gone),
                        Index.withoutReferences(references, gone));
    }

    /** The same resources with all indexes made anew. */
    public Resources recomputed() {
        Resources fresh = EMPTY;
        for (StoredResource resource : byId.values()) {
            fresh = fresh.with(resource);
        }
        return fresh;
    }

    private static boolean isGroup(StoredResource resource) {
        return resource.id().type().equals(ResourceType.RESOURCE_GROUP);
    }

    private static boolean isLock(StoredResource resource) {
        return resource.id().type().equals(LOCK);
    }

    /** The part of a map whose keys lie below a path. */
    static <V> TreePMap<String, V> range(TreePMap<String, V> map, String path) {
        return map.subMap(path + "/", path + "0");
    }
}
