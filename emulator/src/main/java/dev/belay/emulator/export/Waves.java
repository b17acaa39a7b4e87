package dev.belay.emulator.export;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/**
 * The resources of an export in its order: first those that wait for nothing, then those that wait
 * for these, and so on; among themselves by type and name. A resource waits for its parents, the
 * nearest first, then for what its body names. Evidence: exported templates that people published;
 * that a dependency which would close a circle is left out is inferred.
 */
final class Waves {

    /**
     * One resource.
     *
     * @param head type, apiVersion, name and comments, finished
     * @param body the other members
     * @param references what the body names
     */
    record Exported(ResourceId id, JsonObject head, JsonObject body, List<ResourceId> references) {}

    private final SequencedMap<ResourceId, Exported> all = new LinkedHashMap<>();
    private final Map<ResourceId, SequencedSet<ResourceId>> needs = new HashMap<>();
    private final Map<ResourceId, Integer> levels = new HashMap<>();

    void add(Exported exported) {
        all.put(exported.id(), exported);
    }

    JsonArray resources(Names names) {
        all.keySet().forEach(id -> level(id, new HashSet<>()));
        List<Json> rows =
                all.values().stream()
                        .sorted(
                                Comparator.comparing(
                                                (Exported one) -> levels.getOrDefault(one.id(), 0))
                                        .thenComparing(one -> one.id().type())
                                        .thenComparing(Exported::id))
                        .<Json>map(one -> written(one, names))
                        .toList();
        return new JsonArray(rows);
    }

    private JsonObject written(Exported one, Names names) {
        List<Json> dependsOn =
                needs.getOrDefault(one.id(), new LinkedHashSet<>()).stream()
                        .<Json>map(id -> Json.of("[" + names.resourceId(id) + "]"))
                        .toList();
        return GroupExport.written(one.head(), one.body(), dependsOn);
    }

    private int level(ResourceId id, Set<ResourceId> open) {
        Integer known = levels.get(id);
        if (known != null) {
            return known;
        }
        open.add(id);
        var kept = new LinkedHashSet<ResourceId>();
        int level = 0;
        for (ResourceId need : wanted(id)) {
            if (!open.contains(need)) {
                kept.add(need);
                level = Math.max(level, level(need, open) + 1);
            }
        }
        open.remove(id);
        needs.put(id, kept);
        levels.put(id, level);
        return level;
    }

    private List<ResourceId> wanted(ResourceId id) {
        var wanted = new ArrayList<ResourceId>();
        Optional<ResourceId> above = id.container();
        while (above.isPresent()) {
            if (all.containsKey(above.get())) {
                wanted.add(above.get());
            }
            above = above.get().container();
        }
        Optional.ofNullable(all.get(id)).map(Exported::references).ifPresent(wanted::addAll);
        return wanted;
    }
}
