package dev.belay.emulator.host;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.Headers;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to a world since its checkpoint. Repeating it leads to the same world. */
sealed interface Change {

    /** How many ids had been drawn afterwards: a repetition that differs is noticed by it. */
    long drawn();

    /** When the world stood afterwards, virtual time. */
    Instant until();

    /**
     * A request that may have changed the world.
     *
     * @param at when it was carried out
     */
    record Asked(ArmRequest request, Instant at, Instant until, long drawn) implements Change {
        public Asked {
            requireNonNull(request);
            requireNonNull(at);
            requireNonNull(until);
        }
    }

    /** Time went on. */
    record Moved(Instant until, long drawn) implements Change {
        public Moved {
            requireNonNull(until);
        }
    }

    /** The world after it. */
    default World repeat(World world, Stepper stepper) {
        World after =
                switch (this) {
                    case Asked(var request, var at, _, _) ->
                            stepper.ask(world, request, at).after();
                    case Moved _ -> world;
                };
        return stepper.advance(after, until());
    }

    /** As it is kept; the request, whose body may hold secrets, is sealed. */
    default JsonObject toJson(Sealer sealer) {
        JsonObject time =
                JsonObject.of(
                        "until",
                        Json.of(until().toString()),
                        "drawn",
                        Json.of(Long.toString(drawn())));
        return switch (this) {
            case Moved _ -> time;
            case Asked(var request, var at, _, _) ->
                    time.with("at", Json.of(at.toString()))
                            .with("request", Json.of(sealer.seal(form(request).toText())));
        };
    }

    private static JsonObject form(ArmRequest request) {
        List<Json> headers =
                request.headers().fields().stream()
                        .<Json>map(
                                field ->
                                        new JsonArray(
                                                List.of(
                                                        Json.of(field.name()),
                                                        Json.of(field.value()))))
                        .toList();
        return JsonObject.builder()
                .put("method", request.method().name())
                .put("uri", request.uri().toString())
                .put("headers", new JsonArray(headers))
                .put("body", request.body().map(Json::of))
                .build();
    }

    /**
     * @throws IllegalStateException if it is none, or was sealed with another key
     */
    static Change from(JsonObject json, Sealer sealer) {
        Instant until = Instant.parse(text(json, "/until"));
        long drawn = Long.parseLong(text(json, "/drawn"));
        Optional<String> sealed = json.textAt("/request");
        return sealed.<Change>map(
                        request ->
                                new Asked(
                                        request(sealer.open(request)),
                                        Instant.parse(text(json, "/at")),
                                        until,
                                        drawn))
                .orElseGet(() -> new Moved(until, drawn));
    }

    private static ArmRequest request(String text) {
        Json json = JsonReader.strict().read(text);
        Headers headers = Headers.NONE;
        for (Json field : json.at("/headers").flatMap(Json::asArray).orElseThrow()) {
            headers =
                    headers.with(
                            field.textAt("/0").orElseThrow(), field.textAt("/1").orElseThrow());
        }
        return new ArmRequest(
                Method.valueOf(text(json, "/method")),
                URI.create(text(json, "/uri")),
                headers,
                json.textAt("/body"));
    }

    private static String text(Json json, String pointer) {
        return json.textAt(pointer)
                .orElseThrow(() -> new IllegalStateException("A change has no '" + pointer + "'."));
    }
}
