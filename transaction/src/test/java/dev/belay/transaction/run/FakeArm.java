package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.ArmTransport;
import dev.belay.arm.wire.Headers;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonWriter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A small ARM for tests of the loop: one group, resources that are as they were PUT, deployments
 * that run at once, resource by resource in the order of the template.
 */
final class FakeArm implements ArmTransport {

    static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";
    static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg";

    final Map<ResourceId, JsonObject> resources = new LinkedHashMap<>();
    final List<String> writes = new ArrayList<>();

    /** How many requests came, reads included. */
    int asked;

    private final Map<String, JsonObject> deployments = new LinkedHashMap<>();
    private final Map<String, List<Json>> operations = new LinkedHashMap<>();
    private Predicate<ResourceId> failing = _ -> false;
    private Predicate<ArmRequest> losing = _ -> false;
    private Runnable afterDeployment = () -> {};
    private boolean locked;

    /** What stands there; fails if nothing does. */
    JsonObject body(ResourceId id) {
        return Optional.ofNullable(resources.get(id)).orElseThrow();
    }

    void failAt(ResourceId id) {
        failing = id::equals;
    }

    /** The next request of this kind is carried out and its answer is lost. */
    void loseOneAnswer(Predicate<ArmRequest> which) {
        losing = which;
    }

    /** What others do while the deployment runs, at its end. */
    void meanwhile(Runnable others) {
        afterDeployment = others;
    }

    /** Every DELETE is refused from now on. */
    void lock() {
        locked = true;
    }

    /** No longer. */
    void unlock() {
        locked = false;
    }

    @Override
    public ArmResponse send(ArmRequest request) throws NoAnswerException {
        asked++;
        ArmResponse response = answer(request, request.uri().getPath());
        if (losing.test(request)) {
            losing = _ -> false;
            throw new NoAnswerException("The connection broke.");
        }
        return response;
    }

    private ArmResponse answer(ArmRequest request, String path) {
        String low = path.toLowerCase(Locale.ROOT);
        if (low.contains("/microsoft.resources/deployments/")) {
            return deployment(request, path);
        }
        if (low.matches("/subscriptions/[^/]+")) {
            return ok("{\"subscriptionId\":\"" + SUBSCRIPTION + "\",\"tenantId\":\"t\"}");
        }
        if (low.equals(GROUP.toLowerCase(Locale.ROOT))) {
            return ok("{\"id\":\"" + GROUP + "\",\"name\":\"rg\",\"location\":\"westus\"}");
        }
        if (low.equals("/tenants") || low.matches("/subscriptions/[^/]+/providers/[^/]+")) {
            return ok("{\"value\":[]}");
        }
        if (low.endsWith("/rg/resources")) {
            return list();
        }
        return ResourceId.parse(path)
                .filter(id -> id.path().startsWith(GROUP))
                .map(id -> resource(request, id))
                .orElseGet(() -> ok("{\"value\":[]}"));
    }

    private ArmResponse list() {
        List<Json> items = new ArrayList<>();
        resources.forEach(
                (id, body) ->
                        items.add(
                                JsonObject.builder()
                                        .put("id", id.path())
                                        .put("changedTime", "v" + body.hashCode())
                                        .build()));
        return ok(JsonObject.of("value", new JsonArray(items)).toText());
    }

    private ArmResponse resource(ArmRequest request, ResourceId id) {
        return switch (request.method()) {
            case GET ->
                    Optional.ofNullable(resources.get(id))
                            .map(body -> ok(shown(id, body)))
                            .orElseGet(() -> error(404, "ResourceNotFound", id + " not found."));
            case PUT -> {
                writes.add("PUT " + id.name());
                resources.put(id, filled(read(request)));
                yield ok(shown(id, body(id)));
            }
            case DELETE -> {
                writes.add("DELETE " + id.name());
                if (locked) {
                    yield error(409, "ScopeLocked", "There is a lock.");
                }
                yield new ArmResponse(resources.remove(id) == null ? 204 : 200, Headers.NONE, "");
            }
            case HEAD, PATCH, POST -> error(405, "MethodNotAllowed", "");
        };
    }

    /** A server shows properties also where none were sent. */
    private static JsonObject filled(JsonObject body) {
        return body.get("properties").isPresent() ? body : body.with("properties", Json.object());
    }

    private static String shown(ResourceId id, JsonObject body) {
        return JsonObject.builder()
                .put("id", id.path())
                .put("name", id.name())
                .put("type", id.type().toString())
                .build()
                .withAll(body)
                .toText();
    }

    private ArmResponse deployment(ArmRequest request, String path) {
        if (path.endsWith("/validate")) {
            return ok("{}");
        }
        if (path.endsWith("/operations")) {
            List<Json> known = operations.getOrDefault(path.replace("/operations", ""), List.of());
            return ok(JsonObject.of("value", new JsonArray(known.reversed())).toText());
        }
        if (request.method() == Method.PUT) {
            writes.add("DEPLOY");
            run(path, read(request));
            return new ArmResponse(201, Headers.NONE, "{}");
        }
        return Optional.ofNullable(deployments.get(path))
                .map(body -> ok(body.toText()))
                .orElseGet(() -> error(404, "DeploymentNotFound", "Not found."));
    }

    private void run(String path, JsonObject body) {
        List<Json> done = new ArrayList<>();
        operations.put(path, done);
        String state = "Succeeded";
        for (Json item : (JsonArray) body.at("/properties/template/resources").orElseThrow()) {
            JsonObject resource = (JsonObject) item;
            ResourceId id =
                    ResourceId.of(
                            GROUP
                                    + "/providers/"
                                    + resource.textAt("/type").orElseThrow()
                                    + "/"
                                    + resource.textAt("/name").orElseThrow());
            if (failing.test(id)) {
                done.add(operation(id, "Failed", done.size()));
                state = "Failed";
                break;
            }
            resources.put(
                    id,
                    filled(
                            resource.without("type")
                                    .without("name")
                                    .without("apiVersion")
                                    .without("dependsOn")));
            done.add(operation(id, "Succeeded", done.size()));
        }
        deployments.put(
                path,
                JsonObject.of(
                        "tags",
                        body.get("tags").orElseThrow(),
                        "properties",
                        JsonObject.of("provisioningState", Json.of(state))));
        afterDeployment.run();
    }

    private static JsonObject operation(ResourceId id, String state, int number) {
        var properties =
                JsonObject.builder()
                        .put("provisioningOperation", "Create")
                        .put("provisioningState", state)
                        .put("targetResource", JsonObject.of("id", Json.of(id.path())));
        if (state.equals("Failed")) {
            properties
                    .put("statusCode", "Conflict")
                    .put("statusMessage", ArmError.of("Boom", "It broke.").toBody());
        }
        return JsonObject.builder()
                .put("operationId", "op" + number)
                .put("properties", properties.build())
                .build();
    }

    private static JsonObject read(ArmRequest request) {
        return (JsonObject) JsonReader.lenient().read(request.body().orElse("{}"));
    }

    private static ArmResponse ok(String body) {
        return new ArmResponse(200, Headers.NONE, body);
    }

    private static ArmResponse error(int status, String code, String message) {
        return new ArmResponse(
                status, Headers.NONE, JsonWriter.compact(ArmError.of(code, message).toBody()));
    }
}
