package dev.belay.emulator.world;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;

import org.pcollections.PMap;
import org.pcollections.TreePSet;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How the indexes of {@link Resources} follow from one resource. */
final class Index {

    /**
     * Top-level types whose names are unique in all of Azure. Evidence: documented (each has a
     * {@code check…NameAvailability} operation), of role assignments in all of the tenant.
     */
    private static final Set<String> GLOBAL =
            Set.of(
                    "microsoft.authorization/roleassignments",
                    "microsoft.storage/storageaccounts",
                    "microsoft.keyvault/vaults",
                    "microsoft.keyvault/managedhsms",
                    "microsoft.web/sites",
                    "microsoft.sql/servers",
                    "microsoft.documentdb/databaseaccounts",
                    "microsoft.containerregistry/registries",
                    "microsoft.servicebus/namespaces",
                    "microsoft.eventhub/namespaces",
                    "microsoft.relay/namespaces",
                    "microsoft.cache/redis",
                    "microsoft.search/searchservices",
                    "microsoft.apimanagement/service",
                    "microsoft.appconfiguration/configurationstores");

    private Index() {}

    /** The key under which a resource holds its globally unique name. */
    static Optional<String> globalName(StoredResource resource) {
        return globalName(resource.id().type().folded(), resource.id().name());
    }

    static Optional<String> globalName(String foldedType, String name) {
        return GLOBAL.contains(foldedType)
                ? Optional.of(foldedType + "/" + name.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    static PMap<String, String> withNames(PMap<String, String> names, StoredResource resource) {
        return globalName(resource)
                .map(name -> names.plus(name, resource.id().folded()))
                .orElse(names);
    }

    static PMap<String, String> withoutNames(PMap<String, String> names, StoredResource resource) {
        return globalName(resource).map(names::minus).orElse(names);
    }

    static PMap<String, TreePSet<String>> withReferences(
            PMap<String, TreePSet<String>> references, StoredResource resource) {
        PMap<String, TreePSet<String>> grown = references;
        for (String target : targets(resource)) {
            TreePSet<String> others = grown.getOrDefault(target, TreePSet.empty());
            grown = grown.plus(target, others.plus(resource.id().folded()));
        }
        return grown;
    }

    static PMap<String, TreePSet<String>> withoutReferences(
            PMap<String, TreePSet<String>> references, StoredResource resource) {
        PMap<String, TreePSet<String>> shrunk = references;
        for (String target : targets(resource)) {
            TreePSet<String> others =
                    shrunk.getOrDefault(target, TreePSet.empty()).minus(resource.id().folded());
            shrunk = others.isEmpty() ? shrunk.minus(target) : shrunk.plus(target, others);
        }
        return shrunk;
    }

    /** The ids that a body names below {@code properties}, without the resource's own. */
    private static Set<String> targets(StoredResource resource) {
        var found = new TreeSet<String>();
        collect(resource.properties(), found);
        found.remove(resource.id().folded());
        return found;
    }

    private static void collect(Json json, Set<String> found) {
        switch (json) {
            case JsonString(var text)
                    when text.startsWith("/subscriptions/") || text.startsWith("/providers/") ->
                    found.add(text.toLowerCase(Locale.ROOT));
            case JsonObject(var members) ->
                    members.values().forEach(value -> collect(value, found));
            case JsonArray(var items) -> items.forEach(item -> collect(item, found));
            default -> {}
        }
    }
}
