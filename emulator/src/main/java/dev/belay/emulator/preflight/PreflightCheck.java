package dev.belay.emulator.preflight;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.expansion.ExpandedResource;
import dev.belay.template.value.Value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be said against a template's resources before anything is written: types and
 * api-versions that are not served, names, required properties, kinds of values. What hangs on the
 * world (a missing parent, a taken name, the defects of a type) shows only when the resource is
 * written. Evidence: recorded for name and quota checks; which other checks providers make so early
 * is inferred.
 */
public final class PreflightCheck {

    private final ResourceTypes types;
    private final TypeCheck served;

    public PreflightCheck(ResourceTypes types, TypeCheck served) {
        this.types = types;
        this.served = served;
    }

    /** Why the template cannot be deployed to its scopes at all. */
    public Optional<Refusal> wrongScope(List<ExpandedResource> resources) {
        return new ScopeCheck(types).refuse(resources);
    }

    /** One error per resource that is refused, in the template's order; empty if all is well. */
    public List<ArmError> check(World world, List<ExpandedResource> resources, Instant now) {
        var errors = new ArrayList<ArmError>();
        for (ExpandedResource resource : resources) {
            refuse(world, resource, now)
                    .map(Refusal::error)
                    .map(error -> aimed(error, resource))
                    .ifPresent(errors::add);
        }
        return List.copyOf(errors);
    }

    private static ArmError aimed(ArmError error, ExpandedResource resource) {
        return error.target().isPresent() ? error : error.withTarget(resource.id().path());
    }

    private Optional<Refusal> refuse(World world, ExpandedResource resource, Instant now) {
        if (resource.id().type().equals(ResourceType.RESOURCE_GROUP)) {
            return Optional.empty();
        }
        String location =
                resource.body()
                        .asMembers()
                        .map(members -> members.get("location"))
                        .flatMap(Value::known)
                        .flatMap(Json::asText)
                        .orElse("");
        return served.refuse(resource.id().type(), resource.apiVersion(), location)
                .or(() -> byCatalog(world, resource, now));
    }

    /** A body in which something is still open is looked at when it is written. */
    private Optional<Refusal> byCatalog(World world, ExpandedResource resource, Instant now) {
        Optional<JsonObject> body = resource.body().known().flatMap(Json::asObject);
        return body.flatMap(
                whole ->
                        types.refuseByCatalog(
                                new Change(
                                        Method.PUT,
                                        resource.id(),
                                        resource.apiVersion(),
                                        whole,
                                        whole,
                                        world.find(resource.id()),
                                        0,
                                        now),
                                world));
    }
}
