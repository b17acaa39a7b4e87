package dev.belay.transaction.capture;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Providers;
import dev.belay.client.call.Read;
import dev.belay.json.JsonObject;
import dev.belay.types.catalog.Catalog;
import dev.belay.types.catalog.Origin;
import dev.belay.types.catalog.TypeFacts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The api-version with which a type is read and written: the overlay's, else the catalog's if the
 * provider offers it, else the newest that both know; for a type that the catalog does not have,
 * the template's, else the newest that the provider offers.
 */
final class ApiVersions {

    private static final String PROVIDERS = "Microsoft.Resources/providers";

    private final Catalog catalog;
    private final Providers providers;
    private final Optional<Scope.Subscription> subscription;
    private final Map<ResourceId, Optional<JsonObject>> known = new HashMap<>();

    /**
     * @param subscription whose providers are asked about what lies in no subscription; empty: none
     */
    ApiVersions(Catalog catalog, ArmClient client, Optional<Scope.Subscription> subscription) {
        this.catalog = catalog;
        this.providers = new Providers(client);
        this.subscription = subscription;
    }

    /**
     * The version for a resource.
     *
     * @param fallback the template's version
     */
    String of(ResourceId id, Optional<String> fallback) {
        Optional<TypeFacts> facts = catalog.type(id.type());
        if (facts.isEmpty()) {
            return fallback.or(() -> newest(offered(id))).orElse("2021-04-01");
        }
        var chosen = facts.get().chosenApiVersion();
        List<String> offered = offered(id);
        if (chosen.origin() == Origin.OVERLAY
                || offered.isEmpty()
                || offered.stream().anyMatch(chosen.value()::equalsIgnoreCase)) {
            return chosen.value();
        }
        List<String> mine = facts.get().apiVersions();
        return offered.stream()
                .filter(version -> mine.stream().anyMatch(version::equalsIgnoreCase))
                .max(String::compareToIgnoreCase)
                .or(() -> fallback)
                .orElseGet(chosen::value);
    }

    private static Optional<String> newest(List<String> versions) {
        List<String> stable = versions.stream().filter(v -> !v.contains("-preview")).toList();
        return (stable.isEmpty() ? versions : stable).stream().max(String::compareToIgnoreCase);
    }

    private List<String> offered(ResourceId id) {
        return id.scope()
                .subscription()
                .or(() -> subscription)
                .flatMap(inside -> provider(inside, id.type().namespace()))
                .map(provider -> Providers.apiVersions(provider, id.type()))
                .orElse(List.of());
    }

    private Optional<JsonObject> provider(Scope.Subscription inside, String namespace) {
        ResourceId key = ResourceId.of(inside, ResourceType.of(PROVIDERS), namespace);
        Optional<JsonObject> provider = known.get(key);
        if (provider == null) {
            provider = read(inside, namespace);
            known.put(key, provider);
        }
        return provider;
    }

    private Optional<JsonObject> read(Scope.Subscription inside, String namespace) {
        return providers.get(inside, namespace) instanceof Read.Found found
                ? Optional.of(found.resource().body())
                : Optional.empty();
    }
}
