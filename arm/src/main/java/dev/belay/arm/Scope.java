package dev.belay.arm;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a deployment runs and a resource lies: tenant, management group, subscription or resource
 * group.
 */
public sealed interface Scope extends ResourceParent {

    /** The tenant: the root of everything, with an empty path. */
    @SuppressWarnings("ClassInitializationDeadlock") // nobody else makes a Tenant
    Scope TENANT = new Tenant();

    @Override
    default Scope scope() {
        return this;
    }

    /** The subscription of a subscription or resource group. */
    default Optional<Subscription> subscription() {
        return switch (this) {
            case Subscription subscription -> Optional.of(subscription);
            case ResourceGroup group -> Optional.of(new Subscription(group.subscriptionId()));
            case Tenant _, ManagementGroup _ -> Optional.empty();
        };
    }

    /**
     * Whether the other scope is this one or lies below it by its path. Which subscriptions a
     * management group holds no path says; the tenant contains everything.
     */
    default boolean contains(Scope other) {
        return switch (this) {
            case Tenant _ -> true;
            case ManagementGroup _, ResourceGroup _ -> equals(other);
            case Subscription subscription ->
                    other.subscription().filter(subscription::equals).isPresent();
        };
    }

    /**
     * Whether something may lie in both: one contains the other, or may. A management group may
     * hold any other one and any subscription: its own path and theirs do not tell.
     */
    default boolean mayMeet(Scope other) {
        return contains(other)
                || other.contains(this)
                || this instanceof ManagementGroup
                || other instanceof ManagementGroup;
    }

    /**
     * Reads a path of a scope; letter case and a slash at the end do not matter.
     *
     * @return empty if the path is not that of a scope
     */
    static Optional<Scope> parse(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (trimmed.isEmpty()) {
            return Optional.of(TENANT);
        }
        String[] parts = trimmed.split("/", -1);
        if (!parts[0].isEmpty() || parts[parts.length - 1].isEmpty()) {
            return Optional.empty();
        }
        return switch (parts.length) {
            case 3 ->
                    parts[1].equalsIgnoreCase("subscriptions")
                            ? Optional.of(new Subscription(parts[2]))
                            : Optional.empty();
            case 5 ->
                    parts[1].equalsIgnoreCase("subscriptions")
                                    && parts[3].equalsIgnoreCase("resourceGroups")
                                    && !parts[2].isEmpty()
                            ? Optional.of(new ResourceGroup(parts[2], parts[4]))
                            : managementGroup(parts);
            default -> Optional.empty();
        };
    }

    private static Optional<Scope> managementGroup(String[] parts) {
        return parts[1].equalsIgnoreCase("providers")
                        && parts[2].equalsIgnoreCase("Microsoft.Management")
                        && parts[3].equalsIgnoreCase("managementGroups")
                ? Optional.of(new ManagementGroup(parts[4]))
                : Optional.empty();
    }

    /** The root scope. */
    record Tenant() implements Scope {
        @Override
        public String path() {
            return "";
        }

        @Override
        public String folded() {
            return "";
        }
    }

    /**
     * A management group.
     *
     * @param name its id, not its display name
     */
    record ManagementGroup(String name) implements Scope {
        public ManagementGroup {
            required(name, "management group name");
        }

        @Override
        public String path() {
            return "/providers/Microsoft.Management/managementGroups/" + name;
        }

        @Override
        public String folded() {
            return Folded.of(path());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ManagementGroup group && name.equalsIgnoreCase(group.name);
        }

        @Override
        public int hashCode() {
            return Folded.of(name).hashCode();
        }
    }

    /**
     * A subscription.
     *
     * @param id a GUID, as it was written
     */
    record Subscription(String id) implements Scope {
        public Subscription {
            required(id, "subscription id");
        }

        @Override
        public String path() {
            return "/subscriptions/" + id;
        }

        @Override
        public String folded() {
            return Folded.of(path());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Subscription subscription
                    && id.equalsIgnoreCase(subscription.id);
        }

        @Override
        public int hashCode() {
            return Folded.of(id).hashCode();
        }
    }

    /**
     * A resource group.
     *
     * @param subscriptionId the subscription's GUID
     * @param name the group's name
     */
    record ResourceGroup(String subscriptionId, String name) implements Scope {
        public ResourceGroup {
            required(subscriptionId, "subscription id");
            required(name, "resource group name");
        }

        @Override
        public String path() {
            return "/subscriptions/" + subscriptionId + "/resourceGroups/" + name;
        }

        @Override
        public String folded() {
            return Folded.of(path());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ResourceGroup group && folded().equals(group.folded());
        }

        @Override
        public int hashCode() {
            return folded().hashCode();
        }
    }

    private static void required(String value, String what) {
        requireNonNull(value);
        if (value.isEmpty() || value.indexOf('/') >= 0) {
            throw new IllegalArgumentException("Not a " + what + ": '" + value + "'.");
        }
    }
}
