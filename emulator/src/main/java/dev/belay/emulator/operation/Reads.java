package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.error.ArmErrors;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.emulator.provisioning.Gate;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.JsonObject;

import java.util.Optional;

/** GET and HEAD by id. */
final class Reads {

    private Reads() {}

    static Reply get(Reading reading, World world, MatchedRequest request, ResourceId id) {
        StoredResource stored = find(reading, world, id);
        JsonObject body = reading.show(world, stored);
        ArmResponse answer = Answers.withEtag(Answers.json(200, body), body);
        return watched(world, stored, answer);
    }

    /** 204 if it is there. */
    static Reply head(World world, ResourceId id) {
        Optional<Refusal> missing = Gate.refuseScope(world, id.scope());
        Optional<StoredResource> stored = world.find(id);
        if (missing.isPresent() || stored.isEmpty()) {
            return Reply.of(
                    world, Answers.with(Answers.empty(404), "x-ms-failure-cause", "gateway"));
        }
        return watched(world, stored.get(), Answers.empty(204));
    }

    private static StoredResource find(Reading reading, World world, ResourceId id) {
        Gate.refuseScope(world, id.scope())
                .ifPresent(
                        refusal -> {
                            throw new ArmFault(refusal);
                        });
        if (id.type().equals(ResourceType.RESOURCE_GROUP)) {
            return world.find(id)
                    .orElseThrow(
                            () -> new ArmFault(404, ArmErrors.resourceGroupNotFound(id.name())));
        }
        return reading.find(world, id).orElseThrow(() -> new ArmFault(Reading.notFound(id)));
    }

    /** A look at something on which an operation works is a poll. */
    static Reply watched(World world, StoredResource stored, ArmResponse answer) {
        Optional<LongRunning> running =
                stored.operation().flatMap(world::operation).filter(LongRunning::running);
        return running.map(operation -> Reply.polled(world, answer, operation.endsAt()))
                .orElseGet(() -> Reply.of(world, answer));
    }
}
