package dev.belay.emulator.file;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.emulator.world.Directory;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.json.SourceMap;

import org.pcollections.TreePVector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads a world file's text. Its form is the JSON Schema {@code world-file.schema.json}; here every
 * mistake gets a position. Comments and trailing commas are taken.
 */
final class PlanReader {

    /** The tenant and subscription of worlds that name none. Evidence: engine-facts. */
    static final String TENANT = "00000000-0000-0000-0000-000000000001";

    static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000002";

    private final List<Mistake> mistakes = new ArrayList<>();

    /**
     * @param name the file as the reader of messages knows it
     * @throws BrokenWorldFileException if anything is wrong with its form
     */
    static WorldPlan read(String name, String text) {
        var reader = new PlanReader();
        WorldPlan plan;
        try {
            JsonReader.Sourced sourced = JsonReader.lenient().readWithSource(text);
            plan =
                    reader.plan(
                            new Node(
                                    sourced.value(),
                                    JsonPointer.ROOT,
                                    sourced.source(),
                                    reader.mistakes));
        } catch (JsonSyntaxException e) {
            var at = new SourceMap.Position(e.line(), e.column());
            throw new BrokenWorldFileException(
                    name, List.of(new Mistake(at, String.valueOf(e.getMessage()))));
        }
        if (!reader.mistakes.isEmpty()) {
            throw new BrokenWorldFileException(name, reader.mistakes);
        }
        return plan;
    }

    private WorldPlan plan(Node root) {
        root.only(
                "$schema",
                "tenant",
                "managementGroups",
                "subscriptions",
                "resourceGroups",
                "resources",
                "deployments",
                "principals",
                "caller",
                "features",
                "faults",
                "timeline",
                "latencies");
        Directory directory = directory(root);
        String subscription = directory.subscriptions().firstEntry().getValue().id();
        return new WorldPlan(
                directory,
                HierarchyReader.read(root),
                root.items("resourceGroups").stream()
                        .map(item -> group(item, subscription))
                        .toList(),
                root.items("resources").stream().flatMap(item -> resource(item).stream()).toList(),
                root.items("deployments").stream().flatMap(item -> history(item).stream()).toList(),
                root.items("faults").stream().flatMap(i -> ScriptReader.fault(i).stream()).toList(),
                root.items("timeline").stream()
                        .flatMap(item -> ScriptReader.event(item).stream())
                        .toList(),
                root.items("latencies").stream()
                        .flatMap(item -> ScriptReader.latency(item).stream())
                        .toList());
    }

    private static Directory directory(Node root) {
        String tenant =
                root.member("tenant").map(node -> node.only("id").required("id")).orElse(TENANT);
        Directory directory = Directory.of(tenant);
        for (Node item : root.items("subscriptions")) {
            item.only("id", "name", "managementGroup");
            String id = item.required("id");
            directory =
                    directory.with(
                            new Directory.Subscription(
                                    id, item.text("name").orElse("Subscription " + id)));
        }
        if (directory.subscriptions().isEmpty()) {
            directory = directory.with(new Directory.Subscription(SUBSCRIPTION, "Subscription"));
        }
        for (Node item : root.items("features")) {
            item.only("id", "state");
            directory =
                    directory.withFeature(
                            item.required("id"), item.text("state").orElse("Registered"));
        }
        List<Directory.Principal> principals =
                root.items("principals").stream().map(PlanReader::principal).toList();
        return directory.withPrincipals(TreePVector.from(principals), root.text("caller"));
    }

    private static Directory.Principal principal(Node item) {
        item.only("name", "clientId", "secret", "roles");
        String name = item.required("name");
        List<Directory.Grant> roles =
                item.items("roles").stream()
                        .map(
                                role ->
                                        new Directory.Grant(
                                                role.only("role", "scope").required("role"),
                                                role.required("scope")))
                        .toList();
        return new Directory.Principal(
                name,
                guid("object:" + name),
                item.text("clientId").orElse(guid("client:" + name)),
                item.text("secret").orElse(guid("secret:" + name)),
                roles);
    }

    private static String guid(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static WorldPlan.Group group(Node item, String subscription) {
        item.only("name", "subscription", "location", "tags");
        String name = item.required("name");
        var id =
                new Scope.ResourceGroup(
                        item.text("subscription").orElse(subscription),
                        name.isEmpty() || name.contains("/") ? "unnamed" : name);
        JsonObject body =
                JsonObject.builder()
                        .put("location", item.required("location"))
                        .put("tags", item.member("tags").map(Node::value))
                        .build();
        return new WorldPlan.Group(id, body, item.position());
    }

    private static Optional<WorldPlan.Planned> resource(Node item) {
        item.only("id", "apiVersion", "body", "delete");
        boolean deletes = item.truth("delete");
        item.required("id");
        Optional<ResourceId> id =
                item.parsed("id", ResourceId::parse, "the id of a resource, from '/' on");
        if (!deletes) {
            item.required("apiVersion");
            if (item.member("body").isEmpty()) {
                item.mistake("The member 'body' is missing.");
            }
        }
        Optional<Json> body = deletes ? Optional.empty() : item.member("body").map(Node::value);
        return id.map(
                found ->
                        new WorldPlan.Planned(
                                found, item.text("apiVersion").orElse(""), body, item.position()));
    }

    private static Optional<WorldPlan.History> history(Node item) {
        item.only("scope", "count", "name", "state", "location", "template");
        item.required("scope");
        int count = item.number("count").orElse(1);
        boolean many = item.member("count").isPresent();
        String name = many ? item.text("name").orElse("old-{n}") : item.required("name");
        return item.parsed("scope", Scope::parse, "the path of a scope")
                .map(
                        scope ->
                                new WorldPlan.History(
                                        scope,
                                        count,
                                        name,
                                        item.text("state").orElse("Succeeded"),
                                        item.text("location"),
                                        item.member("template").map(Node::value)));
    }
}
