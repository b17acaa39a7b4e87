package dev.belay.emulator.world;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.emulator.time.Agenda;
import dev.belay.emulator.time.Work;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The whole tenant at one moment, as one immutable value. Cloning it is an assignment; the world
 * after a request shares all that did not change.
 *
 * @param now virtual time
 * @param drawn how many ids were drawn; the next one follows from it alone
 * @param standing whether the world file has been carried out: from then on faults, timeline and
 *     latencies apply
 * @param directory tenant, subscriptions, principals
 * @param resources resources, resource groups and management groups with their indexes
 * @param softDeleted deleted resources that can be recovered, by their former path without case
 * @param operations long-running operations by id, ended ones too
 * @param deployments by path without case
 * @param agenda what happens later
 * @param script what the world file lets happen
 */
public record World(
        Instant now,
        long drawn,
        boolean standing,
        Directory directory,
        Resources resources,
        PMap<String, StoredResource> softDeleted,
        PMap<String, LongRunning> operations,
        TreePMap<String, DeploymentRecord> deployments,
        Agenda agenda,
        Script script) {

    /**
     * An id that was drawn and the world that will not draw it again.
     *
     * @param world the world after the draw
     * @param id a GUID, the same on every run
     */
    public record Drawn(World world, UUID id) {}

    public World {
        requireNonNull(now);
        requireNonNull(directory);
        requireNonNull(resources);
        requireNonNull(softDeleted);
        requireNonNull(operations);
        requireNonNull(deployments);
        requireNonNull(agenda);
        requireNonNull(script);
    }

    /** A tenant with its root management group and no subscriptions. */
    public static World empty(String tenantId, Instant now) {
        return new World(
                now,
                0,
                true,
                Directory.of(tenantId),
                Resources.EMPTY.with(Hierarchy.root(tenantId, now)),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                TreePMap.empty(),
                Agenda.EMPTY,
                Script.EMPTY);
    }

    /** The next id: a GUID that follows from the tenant and the number of ids drawn so far. */
    public Drawn draw() {
        var seed = directory.tenantId() + "#" + drawn;
        UUID hash = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
        long high = (hash.getMostSignificantBits() & ~0xF000L) | 0x4000L;
        var id = new UUID(high, hash.getLeastSignificantBits());
        return new Drawn(
                new World(
                        now,
                        drawn + 1,
                        standing,
                        directory,
                        resources,
                        softDeleted,
                        operations,
                        deployments,
                        agenda,
                        script),
                id);
    }

    public Optional<StoredResource> find(ResourceId id) {
        return resources.find(id);
    }

    /** The management groups and what is in them. */
    public Hierarchy hierarchy() {
        return new Hierarchy(directory, resources);
    }

    public Optional<LongRunning> operation(String id) {
        return Optional.ofNullable(operations.get(id));
    }

    public Optional<DeploymentRecord> deployment(ResourceId id) {
        return Optional.ofNullable(deployments.get(id.folded()));
    }

    /** The deployments of exactly this scope, ordered by name. */
    public List<DeploymentRecord> deploymentsOf(Scope scope) {
        String prefix = scope.folded() + "/providers/microsoft.resources/deployments";
        return List.copyOf(Resources.range(deployments, prefix).values());
    }

    /** All deployments at a scope and below it. */
    public Collection<DeploymentRecord> deploymentsBelow(Scope scope) {
        return Resources.range(deployments, scope.folded()).values();
    }

    public World at(Instant newNow) {
        return new World(
                newNow,
                drawn,
                standing,
                directory,
                resources,
                softDeleted,
                operations,
                deployments,
                agenda,
                script);
    }

    public World standing(boolean stands) {
        return new World(
                now,
                drawn,
                stands,
                directory,
                resources,
                softDeleted,
                operations,
                deployments,
                agenda,
                script);
    }

    public World with(Directory newDirectory) {
        return new World(
                now,
                drawn,
                standing,
                newDirectory,
                resources,
                softDeleted,
                operations,
                deployments,
                agenda,
                script);
    }

    public World with(Resources newResources) {
        return new World(
                now,
                drawn,
                standing,
                directory,
                newResources,
                softDeleted,
                operations,
                deployments,
                agenda,
                script);
    }

    public World with(StoredResource resource) {
        return with(resources.with(resource));
    }

    public World without(ResourceId id) {
        return with(resources.without(id));
    }

    public World withSoftDeleted(PMap<String, StoredResource> deleted) {
        return new World(
                now,
                drawn,
                standing,
                directory,
                resources,
                deleted,
                operations,
                deployments,
                agenda,
                script);
    }

    public World with(LongRunning operation) {
        return new World(
                now,
                drawn,
                standing,
                directory,
                resources,
                softDeleted,
                operations.plus(operation.id(), operation),
                deployments,
                agenda,
                script);
    }

    public World with(DeploymentRecord deployment) {
        return withDeployments(deployments.plus(deployment.id().folded(), deployment));
    }

    public World withoutDeployment(ResourceId id) {
        return withDeployments(deployments.minus(id.folded()));
    }

    private World withDeployments(TreePMap<String, DeploymentRecord> newDeployments) {
        return new World(
                now,
                drawn,
                standing,
                directory,
                resources,
                softDeleted,
                operations,
                newDeployments,
                agenda,
                script);
    }

    public World with(Agenda newAgenda) {
        return new World(
                now,
                drawn,
                standing,
                directory,
                resources,
                softDeleted,
                operations,
                deployments,
                newAgenda,
                script);
    }

    public World with(Script newScript) {
        return new World(
                now,
                drawn,
                standing,
                directory,
                resources,
                softDeleted,
                operations,
                deployments,
                agenda,
                newScript);
    }

    /** This world with work put on the agenda. */
    public World schedule(Instant at, Work work) {
        return with(agenda.plus(at, work));
    }
}
