package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** The scope of a deployment as the file says it; its names may be expressions. */
public sealed interface ScopeText {

    /**
     * @param subscription its id; empty: the command line's, the environment's or the only one
     */
    record OfGroup(Templated group, Optional<Templated> subscription) implements ScopeText {
        public OfGroup {
            requireNonNull(group);
            requireNonNull(subscription);
        }
    }

    /**
     * @param location where the deployment's record is kept
     */
    record OfSubscription(Templated subscription, Templated location) implements ScopeText {
        public OfSubscription {
            requireNonNull(subscription);
            requireNonNull(location);
        }
    }

    /**
     * @param location where the deployment's record is kept
     */
    record OfManagementGroup(Templated name, Templated location) implements ScopeText {
        public OfManagementGroup {
            requireNonNull(name);
            requireNonNull(location);
        }
    }

    /**
     * @param tenant its id; empty: the one that is signed in to
     * @param location where the deployment's record is kept
     */
    record OfTenant(Optional<Templated> tenant, Templated location) implements ScopeText {
        public OfTenant {
            requireNonNull(tenant);
            requireNonNull(location);
        }
    }
}
