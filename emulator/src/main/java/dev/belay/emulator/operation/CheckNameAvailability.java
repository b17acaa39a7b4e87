package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.World;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a globally unique name is free. Evidence: recorded (storage), inferred for other
 * providers.
 */
public final class CheckNameAvailability implements Operation {

    private static final PathPattern PATH =
            PathPattern.of(
                    "/subscriptions/{subscription}/providers/{namespace}/checkNameAvailability");

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public PathPattern path() {
        return PATH;
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        String subscription = SubscriptionBody.find(world, request).id();
        JsonObject body = RequestBody.object(request);
        String name = body.textAt("/name").filter(text -> !text.contains("/")).orElse("");
        Optional<ResourceType> type = body.textAt("/type").flatMap(ResourceType::parse);
        boolean taken =
                !name.isEmpty()
                        && type.filter(known -> !known.isChild())
                                .map(
                                        known ->
                                                ResourceId.of(
                                                        new Scope.Subscription(subscription),
                                                        known,
                                                        name))
                                .filter(world.resources()::takenByAnother)
                                .isPresent();
        var answer = JsonObject.builder().put("nameAvailable", !taken);
        if (taken) {
            answer.put("reason", "AlreadyExists")
                    .put("message", "The name '" + name + "' is already taken.");
        }
        return Reply.of(world, Answers.json(200, answer.build()));
    }
}
