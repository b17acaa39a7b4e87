package dev.belay.view.template;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;
import dev.belay.transaction.change.SnapshotDiff;
import dev.belay.transaction.change.Twins;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a transaction saved, written as an ARM template: for people to read, compare or keep. Belay
 * does not restore from it.
 */
public final class SavedTemplate {

    private static final String NOTE =
            "What Belay saved before a deployment, as a template for people. Belay does not use it"
                    + " to restore: secrets, data and what ARM does not show are not in it.";

    private static final String DEPLOYMENTS_VERSION = "2021-04-01";

    private final Snapshot saved;
    private final Scope root;
    private final TypeKnowledge knowledge;

    private SavedTemplate(Snapshot saved, Scope root, TypeKnowledge knowledge) {
        this.saved = saved;
        this.root = root;
        this.knowledge = knowledge;
    }

    /**
     * The template.
     *
     * @param root the scope of the deployment before which the snapshot was taken; what lies in
     *     other scopes stands in nested deployments
     */
    public static JsonObject of(Snapshot saved, Scope root, TypeKnowledge knowledge) {
        return new SavedTemplate(saved, root, knowledge).template();
    }

    private JsonObject template() {
        Map<Scope, List<SnapshotEntry.Present>> byScope = new LinkedHashMap<>();
        byScope.put(root, new ArrayList<>());
        for (SnapshotEntry entry : saved.entries().values()) {
            entry.present()
                    .filter(present -> !Twins.listed(knowledge, saved, present.id()))
                    .ifPresent(
                            present ->
                                    byScope.computeIfAbsent(
                                                    present.id().scope(), _ -> new ArrayList<>())
                                            .add(present));
        }
        var resources = new ArrayList<Json>();
        byScope.forEach(
                (scope, entries) -> {
                    if (scope.equals(root)) {
                        resources.addAll(resources(entries));
                    } else {
                        resources.add(nested(scope, entries, resources.size()));
                    }
                });
        return JsonObject.builder()
                .put("$schema", schema(root))
                .put("contentVersion", "1.0.0.0")
                .put("metadata", JsonObject.of("description", Json.of(NOTE)))
                .put("resources", new JsonArray(resources))
                .build();
    }

    private List<Json> resources(List<SnapshotEntry.Present> entries) {
        Set<ResourceId> here = new LinkedHashSet<>();
        entries.forEach(entry -> here.add(entry.id()));
        return entries.stream().<Json>map(entry -> resource(entry, here)).toList();
    }

    private JsonObject resource(SnapshotEntry.Present entry, Set<ResourceId> here) {
        ResourceId id = entry.id();
        JsonObject body = SnapshotDiff.writable(knowledge, entry);
        var json =
                JsonObject.builder()
                        .put("type", id.type().toString())
                        .put("apiVersion", entry.apiVersion())
                        .put("name", id.fullName());
        if (id.parent() instanceof ResourceId extended) {
            json.put("scope", extended.path());
        }
        json.putAll(((JsonObject) escaped(body)).members());
        List<Json> needed = needed(entry, body, here);
        if (!needed.isEmpty()) {
            json.put("dependsOn", new JsonArray(needed));
        }
        return json.build();
    }

    /** The parent, and what the body refers to, as far as it stands in the same template. */
    private static List<Json> needed(
            SnapshotEntry.Present entry, JsonObject body, Set<ResourceId> here) {
        var found = new LinkedHashSet<ResourceId>();
        entry.id().container().ifPresent(found::add);
        if (entry.id().parent() instanceof ResourceId extended) {
            found.add(extended);
        }
        references(body, found);
        found.remove(entry.id());
        found.retainAll(here);
        return found.stream().<Json>map(id -> Json.of(id.path())).toList();
    }

    private static void references(Json value, Set<ResourceId> found) {
        switch (value) {
            case JsonString(var text) -> ResourceId.parse(text).ifPresent(found::add);
            case JsonArray items -> items.forEach(item -> references(item, found));
            case JsonObject object ->
                    object.members().values().forEach(member -> references(member, found));
            case Json _ -> {}
        }
    }

    /** A text in brackets would be read as an expression. */
    private static Json escaped(Json value) {
        return switch (value) {
            case JsonString(var text) ->
                    text.startsWith("[") && text.endsWith("]") ? Json.of("[" + text) : value;
            case JsonArray items ->
                    new JsonArray(items.stream().map(SavedTemplate::escaped).toList());
            case JsonObject object -> {
                var copy = JsonObject.builder();
                object.members().forEach((name, member) -> copy.put(name, escaped(member)));
                yield copy.build();
            }
            case Json other -> other;
        };
    }

    private JsonObject nested(Scope scope, List<SnapshotEntry.Present> entries, int number) {
        var json =
                JsonObject.builder()
                        .put("type", ResourceType.DEPLOYMENT.toString())
                        .put("apiVersion", DEPLOYMENTS_VERSION)
                        .put("name", "saved-" + (number + 1));
        switch (scope) {
            case Scope.Tenant _ -> json.put("scope", "/");
            case Scope.ManagementGroup group -> json.put("scope", group.path());
            case Scope.Subscription(var id) -> json.put("subscriptionId", id);
            case Scope.ResourceGroup(var subscription, var name) ->
                    json.put("subscriptionId", subscription).put("resourceGroup", name);
        }
        if (!(scope instanceof Scope.ResourceGroup)) {
            json.put(
                    "location",
                    root instanceof Scope.ResourceGroup
                            ? "[resourceGroup().location]"
                            : "[deployment().location]");
        }
        return json.put(
                        "properties",
                        JsonObject.builder()
                                .put("mode", "Incremental")
                                .put(
                                        "expressionEvaluationOptions",
                                        JsonObject.of("scope", Json.of("inner")))
                                .put(
                                        "template",
                                        JsonObject.builder()
                                                .put("$schema", schema(scope))
                                                .put("contentVersion", "1.0.0.0")
                                                .put("resources", new JsonArray(resources(entries)))
                                                .build())
                                .build())
                .put("dependsOn", new JsonArray(group(scope)))
                .build();
    }

    /** The group itself, where the same template holds it. */
    private List<Json> group(Scope scope) {
        if (scope instanceof Scope.ResourceGroup group) {
            ResourceId id = ResourceId.of(group);
            if (id.scope().equals(root) && saved.present(id).isPresent()) {
                return List.of(Json.of(id.path()));
            }
        }
        return List.of();
    }

    private static String schema(Scope scope) {
        return "https://schema.management.azure.com/schemas/"
                + switch (scope) {
                    case Scope.Tenant _ -> "2019-08-01/tenantDeploymentTemplate.json#";
                    case Scope.ManagementGroup _ ->
                            "2019-08-01/managementGroupDeploymentTemplate.json#";
                    case Scope.Subscription _ -> "2018-05-01/subscriptionDeploymentTemplate.json#";
                    case Scope.ResourceGroup _ -> "2019-04-01/deploymentTemplate.json#";
                };
    }
}
