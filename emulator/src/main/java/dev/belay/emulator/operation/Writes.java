package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Headers;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Provisioning;
import dev.belay.emulator.provisioning.ProvisioningRequest;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.Optional;

/** From a client's write to provisioning and back. */
final class Writes {

    private Writes() {}

    static Reply write(
            Provisioning provisioning,
            World world,
            MatchedRequest request,
            ResourceId id,
            Instant now) {
        Method method = request.request().method();
        Headers headers = request.request().headers();
        JsonObject body = method == Method.DELETE ? Json.object() : RequestBody.object(request);
        var write =
                new ProvisioningRequest(
                        method,
                        id,
                        request.apiVersion(),
                        body,
                        headers.first("If-Match"),
                        headers.first("If-None-Match"),
                        now,
                        Optional.empty());
        return Answers.outcome(provisioning.write(world, write), request);
    }
}
