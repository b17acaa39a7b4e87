package dev.belay.emulator.world;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What must hold in every world, after every request. */
public final class WorldInvariants {

    private WorldInvariants() {}

    /** What does not hold, in words; empty if all does. */
    public static List<String> broken(World world) {
        var broken = new ArrayList<String>();
        Resources fresh = world.resources().recomputed();
        if (!fresh.groups().equals(world.resources().groups())) {
            broken.add("The index of groups is not what the resources make it.");
        }
        if (!fresh.locks().equals(world.resources().locks())) {
            broken.add("The index of locks is not what the resources make it.");
        }
        if (!fresh.globalNames().equals(world.resources().globalNames())) {
            broken.add("The index of global names is not what the resources make it.");
        }
        if (!fresh.references().equals(world.resources().references())) {
            broken.add("The index of references is not what the resources make it.");
        }
        var incarnations = new HashSet<Long>();
        for (StoredResource resource : world.resources().byId().values()) {
            check(world, resource, broken);
            if (!incarnations.add(resource.incarnation())) {
                broken.add("Two resources share an incarnation: " + resource.id());
            }
        }
        return broken;
    }

    private static void check(World world, StoredResource resource, List<String> broken) {
        ResourceId id = resource.id();
        if (id.container().isPresent() && !world.resources().has(id.container().get())) {
            broken.add("A child without its parent: " + id);
        }
        if (id.parent() instanceof ResourceId extended
                && extended.asScope().isEmpty()
                && !world.resources().has(extended)) {
            broken.add("An extension of nothing: " + id);
        }
        if (id.scope() instanceof Scope.ResourceGroup group
                && id.asScope().isEmpty()
                && world.resources().group(group).isEmpty()) {
            broken.add("A resource without its group: " + id);
        }
        if (!resource.body().textAt("/id").orElse("").equals(id.path())) {
            broken.add("A body that names another id: " + id);
        }
        resource.operation()
                .filter(operation -> world.operation(operation).filter(o -> o.running()).isEmpty())
                .ifPresent(operation -> broken.add("Busy with no operation: " + id));
    }
}
