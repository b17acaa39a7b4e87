package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.error.DeploymentErrors;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.emulator.provisioning.Gate;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a deployment of a name may begin at a scope, its template aside. */
final class Admission {

    /** Most records of one scope. Evidence: documented. */
    static final int MOST_RECORDS = 800;

    /** Above so many the oldest records are removed. Evidence: documented. */
    private static final int GROOM_ABOVE = 700;

    private static final int GROOM_TO = 600;

    private static final int LONGEST_NAME = 64;

    /** A running deployment expires after so long. Evidence: recorded. */
    private static final Duration EXPIRES = Duration.ofDays(7);

    private Admission() {}

    static Optional<Refusal> refuse(World world, ResourceId id) {
        return scopeMissing(world, id.scope())
                .or(() -> tooLong(id.name()))
                .or(() -> locked(world, id, "write", List.of("ReadOnly")))
                .or(() -> active(world, id))
                .or(() -> full(world, id));
    }

    static Optional<Refusal> scopeMissing(World world, Scope scope) {
        return Gate.refuseScope(world, scope).or(() -> deletingGroup(world, scope));
    }

    private static Optional<Refusal> deletingGroup(World world, Scope scope) {
        return scope instanceof Scope.ResourceGroup group
                        && world.resources()
                                .group(group)
                                .filter(stored -> stored.state().equals(StoredResource.DELETING))
                                .isPresent()
                ? Optional.of(
                        Refusal.gateway(
                                409, ResourceErrors.resourceGroupBeingDeleted(group.name())))
                : Optional.empty();
    }

    private static Optional<Refusal> tooLong(String name) {
        return name.length() > LONGEST_NAME
                ? Optional.of(Refusal.gateway(400, DeploymentErrors.nameTooLong(name)))
                : Optional.empty();
    }

    /** Locks above a deployment hold it too. Evidence: documented. */
    static Optional<Refusal> locked(World world, ResourceId id, String verb, List<String> levels) {
        List<String> scopes =
                world.resources().locksOver(id).stream()
                        .filter(
                                lock ->
                                        lock.properties()
                                                .get("level")
                                                .flatMap(Json::asText)
                                                .filter(levels::contains)
                                                .isPresent())
                        .map(lock -> lock.id().parent().path())
                        .distinct()
                        .toList();
        return scopes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Refusal.gateway(409, ResourceErrors.scopeLocked(id.path(), verb, scopes)));
    }

    static Optional<Refusal> active(World world, ResourceId id) {
        return world.deployment(id)
                .filter(record -> !record.terminal())
                .map(
                        record ->
                                Refusal.gateway(
                                        409,
                                        DeploymentErrors.deploymentActive(
                                                id.name(), started(record), expires(record))));
    }

    static String started(DeploymentRecord record) {
        return ArmText.american(record.startedAt());
    }

    static String expires(DeploymentRecord record) {
        return ArmText.american(expiry(record));
    }

    private static Instant expiry(DeploymentRecord record) {
        return record.startedAt().plus(EXPIRES);
    }

    private static Optional<Refusal> full(World world, ResourceId id) {
        int count = world.deploymentsOf(id.scope()).size();
        return count < MOST_RECORDS || world.deployment(id).isPresent() || grooms(world, id.scope())
                ? Optional.empty()
                : Optional.of(
                        Refusal.gateway(
                                409,
                                DeploymentErrors.quotaExceeded(id.name(), MOST_RECORDS, count)));
    }

    /**
     * The world without the oldest records of the scope, where the history has grown too long.
     * Evidence: documented; which records are kept is inferred.
     */
    static World groomed(World world, Scope scope) {
        List<DeploymentRecord> records = world.deploymentsOf(scope);
        if (records.size() <= GROOM_ABOVE || !grooms(world, scope)) {
            return world;
        }
        List<DeploymentRecord> oldest =
                records.stream()
                        .filter(DeploymentRecord::terminal)
                        .sorted(Comparator.comparing(DeploymentRecord::startedAt))
                        .limit(records.size() - (long) GROOM_TO)
                        .toList();
        World groomed = world;
        for (DeploymentRecord record : oldest) {
            groomed = groomed.withoutDeployment(record.id());
        }
        return groomed;
    }

    /** A switch of the subscription, or a lock against deletion, stops the cleaning. */
    private static boolean grooms(World world, Scope scope) {
        boolean switchedOff =
                world.directory().features().entrySet().stream()
                        .anyMatch(
                                feature ->
                                        feature.getKey().endsWith("/disabledeploymentgrooming")
                                                && feature.getValue().equalsIgnoreCase("Registered")
                                                && ofSubscription(feature.getKey(), scope));
        return !switchedOff
                && world.resources().locksOver(scope).stream()
                        .noneMatch(
                                lock ->
                                        lock.properties()
                                                .get("level")
                                                .flatMap(Json::asText)
                                                .isPresent());
    }

    private static boolean ofSubscription(String feature, Scope scope) {
        return scope.subscription()
                .map(subscription -> feature.startsWith(subscription.folded() + "/"))
                .orElse(true);
    }
}
