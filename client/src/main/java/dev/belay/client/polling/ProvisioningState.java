package dev.belay.client.polling;

import dev.belay.json.JsonObject;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code provisioningState} says. An absent state means succeeded (documented by the
 * resource-provider contract); a word that nobody knows is taken for terminal, because providers
 * use many words for "ready".
 */
public final class ProvisioningState {

    private static final Set<String> WORKING =
            Set.of(
                    "accepted",
                    "creating",
                    "updating",
                    "deleting",
                    "deprovisioning",
                    "inprogress",
                    "installing",
                    "migrating",
                    "moving",
                    "notstarted",
                    "pending",
                    "preparing",
                    "provisioning",
                    "queued",
                    "registering",
                    "resolvingdns",
                    "restoring",
                    "running",
                    "scaling",
                    "starting",
                    "stopping",
                    "upgrading",
                    "waiting");

    private ProvisioningState() {}

    /** The state that a GET body shows, as written. */
    public static Optional<String> of(JsonObject body) {
        return body.textAt("/properties/provisioningState");
    }

    /** Whether the provider is still working on it. */
    public static boolean working(JsonObject body) {
        return of(body).filter(ProvisioningState::working).isPresent();
    }

    static boolean working(String state) {
        return WORKING.contains(state.toLowerCase(Locale.ROOT));
    }
}
