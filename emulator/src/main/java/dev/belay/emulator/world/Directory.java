package dev.belay.emulator.world;

import static java.util.Objects.requireNonNull;

import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tenant and its subscriptions, as the world file names them. Where subscriptions lie among the
 * management groups is {@link Hierarchy}'s.
 *
 * @param tenantId a GUID
 * @param subscriptions by id without case
 * @param principals who may sign in
 * @param caller whose rights a request without a token has; empty for the owner of all
 * @param features registered switches, by id without case, to their state
 */
public record Directory(
        String tenantId,
        TreePMap<String, Subscription> subscriptions,
        PVector<Principal> principals,
        Optional<String> caller,
        TreePMap<String, String> features) {

    /**
     * @param id a GUID
     * @param name for people
     */
    public record Subscription(String id, String name) {}

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
        requireNonNull(subscriptions);
        requireNonNull(principals);
        requireNonNull(caller);
        requireNonNull(features);
    }

    /** A tenant and nothing else. */
    public static Directory of(String tenantId) {
        return new Directory(
                tenantId,
                TreePMap.empty(),
                TreePVector.empty(),
                Optional.empty(),
                TreePMap.empty());
    }

    public Optional<Subscription> subscription(String id) {
        return Optional.ofNullable(subscriptions.get(folded(id)));
    }

    public Directory with(Subscription subscription) {
        return new Directory(
                tenantId,
                subscriptions.plus(folded(subscription.id()), subscription),
                principals,
                caller,
                features);
    }

    public Directory withPrincipals(PVector<Principal> newPrincipals, Optional<String> newCaller) {
        return new Directory(tenantId, subscriptions, newPrincipals, newCaller, features);
    }

    public Directory withFeature(String id, String state) {
        return new Directory(
                tenantId, subscriptions, principals, caller, features.plus(folded(id), state));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
