package dev.belay.client.call;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceParent;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.Method;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonWriter;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** Any resource by its id. */
public final class Resources {

    private static final String LIST_VERSION = "2021-04-01";

    private final ArmClient client;

    public Resources(ArmClient client) {
        this.client = client;
    }

    public Read get(ResourceId id, String apiVersion) {
        return Read.of(
                id,
                apiVersion,
                client.send(ArmRequest.get(ArmClient.address(id.path(), version(apiVersion)))));
    }

    /**
     * Replaces the resource.
     *
     * @param etag write only if the resource still has it; empty: whatever is there
     */
    public Written put(ResourceId id, String apiVersion, JsonObject body, Optional<String> etag) {
        var request =
                ArmRequest.of(
                        Method.PUT,
                        ArmClient.address(id.path(), version(apiVersion)),
                        JsonWriter.compact(body));
        return Written.of(client.send(matching(json(request), etag)));
    }

    public Written delete(ResourceId id, String apiVersion, Optional<String> etag) {
        var request =
                ArmRequest.of(Method.DELETE, ArmClient.address(id.path(), version(apiVersion)));
        return Written.of(client.send(matching(request, etag)));
    }

    /**
     * A POST that reads, such as {@code listKeys}.
     *
     * @param body what the action takes; empty for none
     */
    public Answer act(ResourceId id, String action, String apiVersion, Optional<JsonObject> body) {
        var address = ArmClient.address(id.path() + "/" + action, version(apiVersion));
        return client.send(
                body.map(
                                json ->
                                        json(
                                                ArmRequest.of(
                                                        Method.POST,
                                                        address,
                                                        JsonWriter.compact(json))))
                        .orElseGet(() -> ArmRequest.of(Method.POST, address)));
    }

    /** The children of one type, the type's last segment being theirs. */
    public ReadList children(ResourceId parent, ResourceType type, String apiVersion) {
        return Pages.read(
                client, ArmClient.address(parent.path() + "/" + type.name(), version(apiVersion)));
    }

    /** The extension resources of one type that hang on a resource or scope, or below it. */
    public ReadList extensions(ResourceParent target, ResourceType type, String apiVersion) {
        return Pages.read(
                client,
                ArmClient.address(target.path() + "/providers/" + type, version(apiVersion)));
    }

    /**
     * The tracked resources of a scope with {@code createdTime} and {@code changedTime}: a cache
     * that may be stale, a hint and never a proof.
     */
    public ReadList inScope(Scope scope) {
        return Pages.read(client, list(scope));
    }

    /**
     * The same for lists of any length.
     *
     * @param taker gets every item, page by page
     * @return what went wrong before the end; empty: the list was read whole
     */
    public Optional<ReadList> inScope(Scope scope, Consumer<JsonObject> taker) {
        return Pages.each(client, list(scope), taker);
    }

    private static URI list(Scope scope) {
        return ArmClient.address(
                scope.path() + "/resources",
                version(LIST_VERSION) + "&$expand=createdTime,changedTime,provisioningState");
    }

    private static ArmRequest json(ArmRequest request) {
        return request.withHeader("Content-Type", "application/json");
    }

    private static ArmRequest matching(ArmRequest request, Optional<String> etag) {
        return etag.map(value -> request.withHeader("If-Match", value)).orElse(request);
    }

    private static String version(String apiVersion) {
        return "api-version=" + apiVersion;
    }
}
