package dev.belay.emulator.provisioning;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.error.ArmErrors;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.types.catalog.TypeFacts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What ARM itself checks before a provider hears of a request. */
public final class Gate {

    private static final Pattern API_VERSION =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-[A-Za-z0-9.-]+)?");

    /** Older than any api-version that ARM ever had. */
    private static final String EARLIEST = "2014-01-01";

    private final ResourceTypes types;

    public Gate(ResourceTypes types) {
        this.types = types;
    }

    /** Why the scope of a request does not exist. */
    public static Optional<Refusal> refuseScope(World world, Scope scope) {
        Optional<Refusal> subscription =
                scope.subscription()
                        .filter(one -> world.directory().subscription(one.id()).isEmpty())
                        .map(
                                one ->
                                        Refusal.gateway(
                                                404,
                                                ResourceErrors.subscriptionNotFound(one.id())));
        if (subscription.isPresent()) {
            return subscription;
        }
        return switch (scope) {
            case Scope.ResourceGroup group when world.resources().group(group).isEmpty() ->
                    Optional.of(
                            Refusal.gateway(404, ArmErrors.resourceGroupNotFound(group.name())));
            case Scope.ManagementGroup(var name) when world.hierarchy().group(name).isEmpty() ->
                    Optional.of(Refusal.gateway(404, ResourceErrors.managementGroupNotFound(name)));
            case Scope _ -> Optional.empty();
        };
    }

    /** Why a type or its api-version is not served. */
    public Optional<Refusal> refuseType(ResourceType type, String apiVersion, String location) {
        Optional<TypeFacts> facts = types.catalog().type(type);
        if (facts.isEmpty()) {
            boolean known = !types.catalog().types(type.namespace()).isEmpty();
            return Optional.of(
                    Refusal.gateway(
                            404,
                            known
                                    ? ResourceErrors.invalidResourceType(
                                            type.namespace(), apiVersion)
                                    : ResourceErrors.invalidResourceNamespace(type.namespace())));
        }
        List<String> supported = facts.get().apiVersions();
        return served(apiVersion, supported)
                ? Optional.empty()
                : Optional.of(
                        Refusal.gateway(
                                400,
                                ResourceErrors.noRegisteredProviderFound(
                                        type, location, apiVersion, supported)));
    }

    /**
     * An api-version that the catalog lacks may be real (type-metadata 2.8), so only those are
     * refused that cannot be: malformed, older than ARM, or newer than the newest known.
     */
    private static boolean served(String apiVersion, List<String> supported) {
        if (supported.stream().anyMatch(apiVersion::equalsIgnoreCase)) {
            return true;
        }
        return API_VERSION.matcher(apiVersion).matches()
                && apiVersion.compareTo(EARLIEST) >= 0
                && apiVersion.substring(0, 10).compareTo(supported.getLast()) <= 0;
    }

    /** Why a write may not even reach its provider. */
    Optional<Refusal> refuseWrite(World world, ProvisioningRequest request) {
        ResourceId id = request.id();
        String location = request.body().textAt("/location").orElse("");
        return refuseScope(world, id.scope())
                .or(() -> refuseType(id.type(), request.apiVersion(), location))
                .or(() -> deletingGroup(world, request))
                .or(() -> missingParent(world, request))
                .or(
                        () ->
                                request.method() == Method.DELETE
                                        ? Locking.refuseDelete(world, id)
                                        : Locking.refuseWrite(world, id))
                .or(() -> otherLocation(world, request));
    }

    private static Optional<Refusal> deletingGroup(World world, ProvisioningRequest request) {
        return request.id().scope() instanceof Scope.ResourceGroup group
                        && world.resources()
                                .group(group)
                                .filter(stored -> stored.state().equals(StoredResource.DELETING))
                                .isPresent()
                ? Optional.of(
                        Refusal.gateway(
                                409, ResourceErrors.resourceGroupBeingDeleted(group.name())))
                : Optional.empty();
    }

    private Optional<Refusal> missingParent(World world, ProvisioningRequest request) {
        ResourceId id = request.id();
        if (id.parent() instanceof ResourceId extended
                && extended.asScope().isEmpty()
                && !world.resources().has(extended)) {
            return Optional.of(Refusal.gateway(404, ArmErrors.resourceNotFound(extended)));
        }
        Optional<ResourceId> container =
                id.container().filter(above -> types.catalog().type(above.type()).isPresent());
        if (container.isEmpty() || world.resources().has(container.get())) {
            return Optional.empty();
        }
        String verb = request.method() == Method.DELETE ? "delete" : "write";
        return Optional.of(
                Refusal.gateway(
                        404,
                        ResourceErrors.parentResourceNotFound(verb, id.type(), container.get())));
    }

    private static Optional<Refusal> otherLocation(World world, ProvisioningRequest request) {
        Optional<StoredResource> before = world.find(request.id());
        Optional<String> asked = request.body().textAt("/location");
        Optional<String> there = before.flatMap(StoredResource::location);
        return request.method() == Method.PUT
                        && asked.isPresent()
                        && there.isPresent()
                        && !compact(asked.get()).equals(compact(there.get()))
                ? Optional.of(
                        Refusal.gateway(
                                409,
                                ResourceErrors.invalidResourceLocation(
                                        request.id().fullName(),
                                        compact(there.get()),
                                        groupOf(request.id()),
                                        compact(asked.get()))))
                : Optional.empty();
    }

    private static String groupOf(ResourceId id) {
        return id.scope() instanceof Scope.ResourceGroup group ? group.name() : "";
    }

    private static String compact(String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
