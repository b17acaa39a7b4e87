package dev.belay.emulator.operation;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.Hierarchy;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Polls the making or deleting of a management group; its links name the group, not the operation.
 * Evidence: recorded.
 */
public final class GetManagementGroupOperation implements Operation {

    private static final String RESULTS = "/providers/Microsoft.Management/operationResults/{verb}";

    private static final ArmError UNKNOWN =
            ArmError.of("NotFound", "The operation could not be found.");

    private final PathPattern path;
    private final boolean result;

    private GetManagementGroupOperation(String rest, boolean result) {
        this.path = PathPattern.of(RESULTS + rest);
        this.result = result;
    }

    /** The link of {@code Azure-AsyncOperation}. */
    public static GetManagementGroupOperation status() {
        return new GetManagementGroupOperation(
                "/asyncOperation/status/managementGroups/{group}", false);
    }

    /** The link of {@code Location}. */
    public static GetManagementGroupOperation result() {
        return new GetManagementGroupOperation("/managementGroups/{group}", true);
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public PathPattern path() {
        return path;
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        ResourceId group = Hierarchy.id(request.variable("group"));
        Method method =
                request.variable("verb").equalsIgnoreCase("delete") ? Method.DELETE : Method.PUT;
        LongRunning operation =
                world.operations().values().stream()
                        .filter(one -> one.target().equals(group) && one.method() == method)
                        .max(Comparator.comparing(LongRunning::startedAt))
                        .orElseThrow(() -> new ArmFault(404, UNKNOWN));
        return operation.running()
                ? Reply.polled(world, going(request, operation), operation.endsAt())
                : Reply.of(world, ended(world, request, operation));
    }

    private ArmResponse going(MatchedRequest request, LongRunning operation) {
        JsonObject body = head(request, operation).with("status", Json.of("Running"));
        ArmResponse answer = Answers.json(result ? 202 : 200, body);
        String again = request.origin() + request.path() + "?api-version=" + request.apiVersion();
        return Answers.with(
                result
                        ? Answers.with(answer, "Location", again)
                        : Answers.with(answer, "Azure-AsyncOperation", again),
                "Retry-After",
                "10");
    }

    private ArmResponse ended(World world, MatchedRequest request, LongRunning operation) {
        boolean well = operation.status() == LongRunning.Status.SUCCEEDED;
        JsonObject body =
                head(request, operation).with("status", Json.of(well ? "Succeeded" : "Failed"));
        if (!well) {
            return failed(operation, body);
        }
        Optional<StoredResource> made =
                world.find(operation.target()).filter(_ -> operation.method() == Method.PUT);
        return Answers.json(
                200,
                made.map(group -> world.hierarchy().shown(group))
                        .flatMap(shown -> shown.get("properties"))
                        .map(properties -> body.with("properties", properties))
                        .orElse(body));
    }

    private ArmResponse failed(LongRunning operation, JsonObject body) {
        LongRunning.Failure failure =
                operation.failure().orElseGet(() -> new LongRunning.Failure(500, UNKNOWN));
        return result
                ? Answers.json(failure.status(), failure.error().toBody())
                : Answers.json(200, body.with("error", failure.error().toJson()));
    }

    private JsonObject head(MatchedRequest request, LongRunning operation) {
        ResourceId group = operation.target();
        return result
                ? JsonObject.of(
                        "id",
                        Json.of(group.path()),
                        "type",
                        Json.of(group.type().toString()),
                        "name",
                        Json.of(group.name()))
                : JsonObject.of("id", Json.of(request.path()), "name", Json.of(group.name()));
    }
}
