package dev.belay.transaction.capture;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.belay.arm.ArmError;
import dev.belay.arm.Fanout;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.Resources;
import dev.belay.template.expansion.Expanded;
import dev.belay.template.expansion.ExpandedResource;
import dev.belay.template.expansion.UnknownTarget;
import dev.belay.transaction.change.Twins;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.snapshot.Sent;
import dev.belay.transaction.snapshot.Snapshot;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that a deployment can touch.
 *
 * @param versions the resources and their api-versions, parents before children
 * @param scopes the scopes that are touched
 * @param written those that the template itself writes
 * @param sent what is sent to them
 * @param secrets every secret text that is sent, for keeping them out of texts; memory only
 */
public record Targets(
        SequencedMap<ResourceId, String> versions,
        Set<Scope> scopes,
        Set<ResourceId> written,
        Sent sent,
        List<String> secrets) {

    /**
     * Where the deployment runs.
     *
     * @param whole how to list all of the group, where the deployment or its undo may delete what
     *     the template lacks; empty: only what the template reaches is touched
     */
    public record Root(Scope scope, String tenantId, Optional<Fanout> whole) {}

    /** What came of finding them. */
    public sealed interface Finding {
        record Found(Targets targets) implements Finding {}

        record Refused(ArmError error) implements Finding {}
    }

    /** Finds them, lists included for what can only be named by type. */
    public static Finding of(
            Expanded expanded, TypeKnowledge knowledge, ArmClient client, Root root) {
        Optional<ExpandedResource> open = unexpanded(expanded);
        if (open.isPresent()) {
            return new Finding.Refused(
                    ArmError.of(
                            "UnknownNestedDeployment",
                            "What the nested deployment '"
                                    + open.get().id()
                                    + "' touches is only known while the deployment runs."));
        }
        var versions = new ApiVersions(knowledge.catalog(), client, root.scope().subscription());
        Map<ResourceId, String> found = new TreeMap<>();
        for (ExpandedResource resource : expanded.everything()) {
            add(found, resource.id(), Optional.of(resource.apiVersion()), versions, knowledge);
        }
        for (UnknownTarget unknown : expanded.everythingUnknown()) {
            Optional<ArmError> error = list(found, unknown, versions, knowledge, client);
            if (error.isPresent()) {
                return new Finding.Refused(error.get());
            }
        }
        if (root.whole().isPresent() && root.scope() instanceof Scope.ResourceGroup group) {
            switch (new WholeGroup(client, root.whole().get(), knowledge).list(group)) {
                case WholeGroup.Listing.Refused(var error) -> {
                    return new Finding.Refused(error);
                }
                case WholeGroup.Listing.Listed(var ids) ->
                        ids.forEach(id -> add(found, id, Optional.empty(), versions, knowledge));
            }
        }
        Optional<ArmError> unplaced = placements(found, versions, client, root);
        if (unplaced.isPresent()) {
            return new Finding.Refused(unplaced.get());
        }
        groups(found, versions, root.scope());
        Sent sent = Twins.withParents(knowledge, SentBodies.of(expanded));
        Set<Scope> scopes = new LinkedHashSet<>();
        scopes.add(root.scope());
        found.keySet().forEach(id -> scopes.add(Snapshot.scopeOf(id)));
        return new Finding.Found(
                new Targets(
                        new LinkedHashMap<>(found),
                        scopes,
                        expanded.everything().stream()
                                .map(ExpandedResource::id)
                                .collect(toUnmodifiableSet()),
                        sent,
                        SentBodies.secrets(expanded)));
    }

    /** Where subscriptions that the deployment moves lie now. */
    private static Optional<ArmError> placements(
            Map<ResourceId, String> found, ApiVersions versions, ArmClient client, Root root) {
        for (ResourceId id : List.copyOf(found.keySet())) {
            if (Placements.is(id)) {
                switch (new Placements(client, root.tenantId()).now(id)) {
                    case Placements.Place.Refused(var error) -> {
                        return Optional.of(error);
                    }
                    case Placements.Place.Found(var place) ->
                            found.computeIfAbsent(
                                    place, added -> versions.of(added, Optional.empty()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The groups that nested deployments reach: whether one is there before decides whether the
     * deployment created it, and what vanished with it is not created again.
     */
    private static void groups(Map<ResourceId, String> found, ApiVersions versions, Scope root) {
        for (ResourceId id : List.copyOf(found.keySet())) {
            if (id.scope() instanceof Scope.ResourceGroup group && !group.equals(root)) {
                found.computeIfAbsent(
                        ResourceId.of(group), added -> versions.of(added, Optional.empty()));
            }
        }
    }

    private static Optional<ExpandedResource> unexpanded(Expanded expanded) {
        for (ExpandedResource resource : expanded.resources()) {
            if (resource.nested().isPresent()) {
                var inner = resource.nested().get().expanded();
                Optional<ExpandedResource> open =
                        inner.isEmpty() ? Optional.of(resource) : unexpanded(inner.get());
                if (open.isPresent()) {
                    return open;
                }
            }
        }
        return Optional.empty();
    }

    private static void add(
            Map<ResourceId, String> found,
            ResourceId id,
            Optional<String> version,
            ApiVersions versions,
            TypeKnowledge knowledge) {
        boolean twin = knowledge.twinList(id).isPresent();
        if (twin) {
            ResourceId parent = id.container().orElseThrow();
            found.computeIfAbsent(parent, _ -> versions.of(parent, version));
        }
        if (!twin || readable(knowledge, id)) {
            found.computeIfAbsent(id, _ -> versions.of(id, version));
        }
        for (ResourceId child : knowledge.automaticChildren(id)) {
            found.computeIfAbsent(child, _ -> versions.of(child, version));
        }
    }

    private static boolean readable(TypeKnowledge knowledge, ResourceId id) {
        return knowledge.facts(id).filter(facts -> facts.readableScopes().isEmpty()).isEmpty();
    }

    private static Optional<ArmError> list(
            Map<ResourceId, String> found,
            UnknownTarget unknown,
            ApiVersions versions,
            TypeKnowledge knowledge,
            ArmClient client) {
        ResourceType type = unknown.type();
        if (type.isChild()) {
            return Optional.of(
                    ArmError.of(
                            "UnknownTarget",
                            "Which resources of the type '"
                                    + type
                                    + "' are touched is only known while the deployment runs."));
        }
        ResourceId sample = ResourceId.of(unknown.scope(), type, "x");
        String version = versions.of(sample, Optional.empty());
        return switch (new Resources(client).extensions(unknown.scope(), type, version)) {
            case ReadList.Items(var items) -> {
                items.stream()
                        .flatMap(item -> item.textAt("/id").flatMap(ResourceId::parse).stream())
                        .forEach(id -> add(found, id, Optional.of(version), versions, knowledge));
                yield Optional.empty();
            }
            case ReadList.Refused(var error, _) -> Optional.of(error);
            case ReadList.NoAnswer(var reason) -> Optional.of(ArmError.of("NoAnswer", reason));
        };
    }
}
