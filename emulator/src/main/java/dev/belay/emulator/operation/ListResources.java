package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Gate;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.world.Resources;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The resources of one type: the children of a resource, those on a scope, or, for a subscription,
 * those anywhere in it. Locks and role assignments include those below. Evidence: recorded.
 */
public final class ListResources implements Operation {

    private static final PathPattern PATH = PathPattern.of("{collection*}");
    private static final ResourceType ROLE_ASSIGNMENT =
            ResourceType.of("Microsoft.Authorization/roleAssignments");

    private final Reading reading;
    private final Gate gate;

    public ListResources(Reading reading, Gate gate) {
        this.reading = reading;
        this.gate = gate;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public PathPattern path() {
        return PATH;
    }

    @Override
    public boolean answers(MatchedRequest request) {
        return anyOf(request).isPresent();
    }

    /** The id that an item called {@code x} would have. */
    private static Optional<ResourceId> anyOf(MatchedRequest request) {
        return ResourceId.parse(request.path() + "/x");
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        ResourceId any = anyOf(request).orElseThrow();
        Gate.refuseScope(world, any.scope())
                .or(() -> gate.refuseType(any.type(), request.apiVersion(), ""))
                .ifPresent(
                        refusal -> {
                            throw new ArmFault(refusal);
                        });
        requireContainer(world, any);
        boolean atScope = request.query("$filter").orElse("").contains("atScope()");
        List<StoredResource> found =
                any.type().isChild()
                        ? world.resources()
                                .children(any.container().orElseThrow(), any.type().name())
                        : topLevel(world, any, atScope);
        return Reply.of(
                world,
                Answers.list(found.stream().map(stored -> reading.show(world, stored)).toList()));
    }

    private static void requireContainer(World world, ResourceId any) {
        Optional<ResourceId> container = any.container();
        if (container.isPresent() && !world.resources().has(container.get())) {
            throw new ArmFault(
                    404,
                    ResourceErrors.parentResourceNotFound("read", any.type(), container.get()));
        }
    }

    private static List<StoredResource> topLevel(World world, ResourceId any, boolean atScope) {
        Resources resources = world.resources();
        boolean roles = any.type().equals(ROLE_ASSIGNMENT);
        boolean deep =
                (any.parent() instanceof Scope.Subscription
                                || any.type().equals(Resources.LOCK)
                                || roles)
                        && !atScope;
        Stream<StoredResource> here =
                deep
                        ? resources.below(any.parent()).stream()
                                .filter(stored -> stored.id().type().equals(any.type()))
                        : resources.ofType(any.parent(), any.type()).stream();
        Stream<StoredResource> above =
                roles && !(any.parent() instanceof Scope.Subscription)
                        ? any.scope().subscription().stream()
                                .flatMap(
                                        subscription ->
                                                resources.ofType(subscription, any.type()).stream())
                        : Stream.empty();
        return Stream.concat(above, here).distinct().toList();
    }
}
