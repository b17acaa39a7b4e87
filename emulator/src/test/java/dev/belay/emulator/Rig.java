package dev.belay.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.file.WorldFile;
import dev.belay.emulator.operation.Reply;
import dev.belay.emulator.router.Router;
import dev.belay.emulator.world.World;
import dev.belay.emulator.world.WorldInvariants;
import dev.belay.json.Json;
import dev.belay.types.catalog.Catalog;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** An embedded ARM under test: requests in short form; the world's invariants hold after each. */
public final class Rig {

    public static final String SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000002";
    public static final String GROUP = SUBSCRIPTION + "/resourceGroups/rg";
    public static final String STORAGE = GROUP + "/providers/Microsoft.Storage/storageAccounts/";
    public static final String NETWORK = GROUP + "/providers/Microsoft.Network/";
    public static final String STORAGE_BODY =
            "{location:'westus',sku:{name:'Standard_LRS'},kind:'StorageV2',properties:{}}";

    private static final Router ROUTER = Router.standard(Catalog.standard());

    private World world;

    private Rig(World world) {
        this.world = world;
    }

    /** A world with the group {@code rg} in {@code westus}, and what the members say besides. */
    public static Rig with(String members) {
        String text = "{resourceGroups:[{name:'rg',location:'westus'}]" + members + "}";
        return new Rig(WorldFile.world("world.json", text, ROUTER));
    }

    public static Rig empty() {
        return with("");
    }

    public static Router router() {
        return ROUTER;
    }

    public World world() {
        return world;
    }

    /** Sends a request; path with or without an api-version; body lenient JSON. */
    public ArmResponse send(Method method, String path, String body) {
        String full = path.contains("api-version=") ? path : withVersion(path);
        ArmRequest request =
                body.isEmpty()
                        ? ArmRequest.of(method, URI.create(full))
                        : ArmRequest.of(method, URI.create(full), body);
        return send(request).orElseThrow();
    }

    public Optional<ArmResponse> send(ArmRequest request) {
        Reply reply = ROUTER.handle(world, request, world.now());
        world = ROUTER.advance(reply.after(), world.now());
        assertThat(WorldInvariants.broken(world)).isEmpty();
        return reply.response();
    }

    private static String withVersion(String path) {
        String last = path.substring(path.lastIndexOf("/providers/") + 1);
        String version = "2022-04-01";
        if (last.contains("Microsoft.Authorization/locks")) {
            version = "2020-05-01";
        } else if (last.contains("Microsoft.Storage")) {
            version = "2023-01-01";
        } else if (last.contains("Microsoft.Network")) {
            version = "2023-09-01";
        }
        return path + (path.contains("?") ? "&" : "?") + "api-version=" + version;
    }

    public ArmResponse put(String path, String body) {
        return send(Method.PUT, path, body);
    }

    public ArmResponse get(String path) {
        return send(Method.GET, path, "");
    }

    public ArmResponse delete(String path) {
        return send(Method.DELETE, path, "");
    }

    /** PUTs and waits until it has ended well. */
    public Json make(String path, String body) {
        ArmResponse answer = put(path, body);
        assertThat(answer.succeeded()).as(answer.body()).isTrue();
        pass(Duration.ofMinutes(5));
        return get(path).json().orElseThrow();
    }

    /** Lets virtual time pass. */
    public void pass(Duration duration) {
        world = ROUTER.advance(world, world.now().plus(duration));
        assertThat(WorldInvariants.broken(world)).isEmpty();
    }

    /** The code of the error that the answer carries. */
    public static String code(ArmResponse answer) {
        return answer.error().orElseThrow().code();
    }

    public static String message(ArmResponse answer) {
        return answer.error().orElseThrow().message();
    }

    public static String text(ArmResponse answer, String pointer) {
        return answer.json().orElseThrow().textAt(pointer).orElse("");
    }
}
