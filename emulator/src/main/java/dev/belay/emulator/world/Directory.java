package dev.belay.emulator.world;

import static java.util.Objects.requireNonNull;

import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tenant and what is in it above resource groups.
 *
 * @param tenantId a GUID
 * @param managementGroups by name without case; the root group is always there
 * @param subscriptions by id without case
 * @param principals who may sign in
 * @param caller whose rights a request without a token has; empty for the owner of all
 * @param features registered switches, by id without case, to their state
 */
public record Directory(
        String tenantId,
        TreePMap<String, ManagementGroup> managementGroups,
        TreePMap<String, Subscription> subscriptions,
        PVector<Principal> principals,
        Optional<String> caller,
        TreePMap<String, String> features) {

    /**
     * @param name its id
     * @param displayName for people
     * @param parent the name of the group above; empty for the root
     */
    public record ManagementGroup(String name, String displayName, Optional<String> parent) {}

    /**
     * @param id a GUID
     * @param name for people
     * @param managementGroup the name of the group it lies in
     */
    public record Subscription(String id, String name, String managementGroup) {}

    /**
     * @param name what {@code --as} names
     * @param objectId its id in the directory
     * @param clientId with which it signs in
     * @param secret with which it signs in
     * @param roles what it may do, where
     */
    public record Principal(
            String name, String objectId, String clientId, String secret, List<Grant> roles) {
        public Principal {
            roles = List.copyOf(roles);
        }
    }

    /**
     * @param role a role's name or id
     * @param scope a path
     */
    public record Grant(String role, String scope) {}

    public Directory {
        requireNonNull(tenantId);
        requireNonNull(managementGroups);
        requireNonNull(subscriptions);
        requireNonNull(principals);
        requireNonNull(caller);
        requireNonNull(features);
    }

    /** A tenant with its root management group and nothing else. */
    public static Directory of(String tenantId) {
        return new Directory(
                tenantId,
                TreePMap.singleton(
                        folded(tenantId),
                        new ManagementGroup(tenantId, "Tenant Root Group", Optional.empty())),
                TreePMap.empty(),
                TreePVector.empty(),
                Optional.empty(),
                TreePMap.empty());
    }

    public Optional<Subscription> subscription(String id) {
        return Optional.ofNullable(subscriptions.get(folded(id)));
    }

    public Optional<ManagementGroup> managementGroup(String name) {
        return Optional.ofNullable(managementGroups.get(folded(name)));
    }

    public Directory with(Subscription subscription) {
        return new Directory(
                tenantId,
                managementGroups,
                subscriptions.plus(folded(subscription.id()), subscription),
                principals,
                caller,
                features);
    }

    public Directory with(ManagementGroup group) {
        return new Directory(
                tenantId,
                managementGroups.plus(folded(group.name()), group),
                subscriptions,
                principals,
                caller,
                features);
    }

    public Directory withPrincipals(PVector<Principal> newPrincipals, Optional<String> newCaller) {
        return new Directory(
                tenantId, managementGroups, subscriptions, newPrincipals, newCaller, features);
    }

    public Directory withFeature(String id, String state) {
        return new Directory(
                tenantId,
                managementGroups,
                subscriptions,
                principals,
                caller,
                features.plus(folded(id), state));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
