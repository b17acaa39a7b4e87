package dev.belay.emulator.operation;

import dev.belay.arm.ArmError;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Headers;
import dev.belay.emulator.provisioning.Outcome;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.util.List;
import java.util.Optional;

/** Answers in ARM's form; the router adds the headers that every answer has. */
public final class Answers {

    private Answers() {}

    public static ArmResponse json(int status, Json body) {
        return new ArmResponse(
                status,
                Headers.of("Content-Type", "application/json; charset=utf-8"),
                body.toText());
    }

    public static ArmResponse empty(int status) {
        return new ArmResponse(status, Headers.NONE, "");
    }

    /** {@code {"value": […]}}. */
    public static ArmResponse list(List<? extends Json> items) {
        return json(200, JsonObject.of("value", new JsonArray(List.copyOf(items))));
    }

    public static ArmResponse refusal(Refusal refusal) {
        ArmResponse answer = json(refusal.status(), body(refusal.error()));
        return switch (refusal.by()) {
            case GATEWAY -> with(answer, "x-ms-failure-cause", "gateway");
            case PROVIDER ->
                    refusal.status() >= 500
                            ? with(answer, "x-ms-failure-cause", "service")
                            : answer;
        };
    }

    private static JsonObject body(ArmError error) {
        return error.toBody();
    }

    public static ArmResponse with(ArmResponse answer, String name, String value) {
        return new ArmResponse(answer.status(), answer.headers().with(name, value), answer.body());
    }

    /** The answer to a write. */
    static Reply outcome(Outcome outcome, MatchedRequest request) {
        return switch (outcome) {
            case Outcome.NoAnswer(var world) -> Reply.noAnswer(world);
            case Outcome.Done(var world, var status, var body) ->
                    Reply.of(
                            world,
                            body.map(shown -> withEtag(json(status, shown), shown))
                                    .orElseGet(() -> empty(status)));
            case Outcome.Refused refused -> refused(refused);
            case Outcome.Accepted accepted ->
                    Reply.of(accepted.world(), accepted(accepted, request));
        };
    }

    static ArmResponse withEtag(ArmResponse answer, JsonObject body) {
        Optional<String> etag = body.textAt("/etag");
        return etag.isPresent() ? with(answer, "ETag", etag.get()) : answer;
    }

    private static Reply refused(Outcome.Refused refused) {
        ArmResponse answer = refusal(refused.refusal());
        if (refused.retryAfter().isPresent()) {
            String seconds = Long.toString(refused.retryAfter().get().toSeconds());
            answer = with(answer, "Retry-After", seconds);
        }
        World world = refused.world();
        boolean waits = refused.refusal().status() == 429 || refused.causeEnds().isPresent();
        return waits ? Reply.polled(world, answer, refused.causeEnds()) : Reply.of(world, answer);
    }

    private static ArmResponse accepted(Outcome.Accepted accepted, MatchedRequest request) {
        LongRunning operation = accepted.operation();
        ArmResponse answer =
                accepted.body()
                        .map(body -> withEtag(json(accepted.style().status(), body), body))
                        .orElseGet(() -> empty(accepted.style().status()));
        var links = new PollLinks(request.origin(), accepted.world(), operation);
        ArmResponse linked =
                switch (accepted.style().polling()) {
                    case NONE -> answer;
                    case LOCATION, ARM_JOB -> with(answer, "Location", links.result());
                    case ASYNC_OPERATION -> with(answer, "Azure-AsyncOperation", links.status());
                    case BOTH ->
                            with(
                                    with(answer, "Azure-AsyncOperation", links.status()),
                                    "Location",
                                    links.result());
                };
        return with(
                linked, "Retry-After", Long.toString(accepted.style().retryAfter().toSeconds()));
    }
}
