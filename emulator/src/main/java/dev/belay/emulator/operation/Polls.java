package dev.belay.emulator.operation;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Locale;

/** What a poll of a long-running operation shows. Evidence: recorded (arm-protocol 3). */
final class Polls {

    private Polls() {}

    /**
     * @param result whether the link is that of {@code Location}, whose end is the result itself
     */
    static Reply answer(
            Reading reading,
            World world,
            MatchedRequest request,
            LongRunning operation,
            boolean result) {
        if (operation.running()) {
            ArmResponse going =
                    result
                            ? Answers.with(Answers.empty(202), "Location", again(request))
                            : Answers.json(200, status("InProgress"));
            return Reply.polled(
                    world,
                    Answers.with(going, "Retry-After", retryAfter(operation)),
                    operation.endsAt());
        }
        return Reply.of(
                world,
                result ? result(reading, world, operation) : Answers.json(200, ended(operation)));
    }

    private static JsonObject status(String status) {
        return JsonObject.of("status", Json.of(status));
    }

    private static JsonObject ended(LongRunning operation) {
        return switch (operation.status()) {
            case RUNNING -> status("InProgress");
            case SUCCEEDED -> status("Succeeded");
            case CANCELED -> status("Canceled");
            case FAILED -> status("Failed").with("error", error(operation).toJson());
        };
    }

    private static ArmError error(LongRunning operation) {
        return operation
                .failure()
                .map(LongRunning.Failure::error)
                .orElseGet(() -> ArmError.of("InternalServerError", "The operation failed."));
    }

    private static ArmResponse result(Reading reading, World world, LongRunning operation) {
        if (operation.status() != LongRunning.Status.SUCCEEDED) {
            int status = operation.failure().map(LongRunning.Failure::status).orElse(500);
            return Answers.json(status, error(operation).toBody());
        }
        if (operation.result().isPresent()) {
            return Answers.json(200, operation.result().get());
        }
        if (operation.method() == Method.DELETE) {
            boolean group = operation.target().type().equals(ResourceType.RESOURCE_GROUP);
            return Answers.empty(group ? 200 : 204);
        }
        return reading.show(world, operation.target())
                .map(body -> Answers.json(200, body))
                .orElseGet(() -> Answers.empty(204));
    }

    private static String again(MatchedRequest request) {
        String query = request.request().uri().getRawQuery();
        return request.origin()
                + request.request().uri().getRawPath()
                + (query == null ? "" : "?" + query);
    }

    private static String retryAfter(LongRunning operation) {
        return switch (operation.target().type().namespace().toLowerCase(Locale.ROOT)) {
            case "microsoft.network", "microsoft.compute" -> "10";
            case "microsoft.storage" -> "17";
            default -> "15";
        };
    }
}
