package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.scenarios.CaseMembers.NotUnderstood;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the setup of a case as a world file. */
final class ReportWorld {

    /**
     * What the runner itself writes, to say in the world's time that something happened outside.
     */
    static final String MARKER =
            Scene.SUBSCRIPTION
                    + "/resourceGroups/rg-of-the-runner/providers/Microsoft.Network/routeTables/now";

    private static final String MANAGEMENT_GROUPS =
            "/providers/Microsoft.Management/managementGroups/";

    private final List<Json> groups = new ArrayList<>();
    private final List<Json> resources = new ArrayList<>();
    private final List<Json> deployments = new ArrayList<>();
    private final List<Json> features = new ArrayList<>();
    private final List<Json> managementGroups = new ArrayList<>();
    private final List<Json> principals = new ArrayList<>();

    private ReportWorld() {}

    static JsonObject of(List<CaseMembers> setup, ReportScript script) {
        var world = new ReportWorld();
        setup.forEach(world::add);
        world.groups.add(group("rg-of-the-runner", Json.object(), Optional.empty()));
        return filled(
                JsonObject.builder()
                        .put("managementGroups", new JsonArray(world.managementGroups))
                        .put("resourceGroups", new JsonArray(world.groups))
                        .put("resources", new JsonArray(world.resources))
                        .put("deployments", new JsonArray(world.deployments))
                        .put("features", new JsonArray(world.features))
                        .put("principals", new JsonArray(world.principals))
                        .put("faults", new JsonArray(script.faults()))
                        .put("latencies", new JsonArray(script.latencies()))
                        .put("timeline", new JsonArray(script.timeline()))
                        .build());
    }

    /** Puts the world file's placeholder for the README's. */
    private static JsonObject filled(JsonObject world) {
        String text =
                world.toText().replaceAll("\\{principalId of ([^}\"]+)}", "\\${principalId:$1}");
        return JsonReader.strict().read(text).asObject().orElseThrow();
    }

    private void add(CaseMembers setup) {
        switch (setup.required("op")) {
            case "group" -> {
                setup.only("op", "name", "body", "subscription");
                groups.add(
                        group(
                                setup.required("name"),
                                setup.get("body").orElse(Json.object()),
                                setup.text("subscription")));
            }
            case "put" -> {
                setup.only("op", "id", "apiVersion", "body");
                resources.add(setup.object().without("op").without("why").without("evidence"));
            }
            case "delete" -> {
                setup.only("op", "id", "apiVersion");
                resources.add(
                        JsonObject.builder()
                                .put("id", setup.required("id"))
                                .put("apiVersion", setup.get("apiVersion"))
                                .put("delete", true)
                                .build());
            }
            case "history" -> deployments.add(history(setup));
            case "feature" -> {
                setup.only("op", "id", "state");
                features.add(setup.object().without("op").without("why").without("evidence"));
            }
            case "managementGroup" -> managementGroups.add(managementGroup(setup));
            case "principal" -> principals.add(principal(setup));
            default ->
                    throw new NotUnderstood(
                            setup.where()
                                    + ": the op '"
                                    + setup.required("op")
                                    + "' is not known.");
        }
    }

    private static Json group(String name, Json body, Optional<String> subscription) {
        return JsonObject.builder()
                .put("name", name)
                .put("subscription", subscription.map(Json::of))
                .put("location", body.textAt("/location").orElse("westus"))
                .put("tags", body.at("/tags"))
                .build();
    }

    private static Json history(CaseMembers setup) {
        setup.only("op", "group", "scope", "count", "name", "location", "state", "template");
        String scope =
                setup.text("scope")
                        .orElseGet(
                                () ->
                                        Scene.SUBSCRIPTION
                                                + "/resourceGroups/"
                                                + setup.required("group"));
        return JsonObject.builder()
                .put("scope", scope)
                .put("count", setup.get("count"))
                .put(
                        "name",
                        setup.get("name")
                                .or(
                                        () ->
                                                setup.get("count").isPresent()
                                                        ? Optional.empty()
                                                        : Optional.of(Json.of("old"))))
                .put("location", setup.get("location"))
                .put("state", setup.get("state"))
                .put("template", setup.get("template"))
                .build();
    }

    private static Json managementGroup(CaseMembers setup) {
        setup.only("op", "id", "name", "displayName", "parent", "body");
        String id = setup.text("id").or(() -> setup.text("name")).orElseThrow();
        Optional<String> parent =
                setup.text("parent")
                        .or(
                                () ->
                                        setup.get("body")
                                                .flatMap(
                                                        body ->
                                                                body.textAt(
                                                                        "/properties/details/parent/id")));
        return JsonObject.builder()
                .put("name", id.replace(MANAGEMENT_GROUPS, ""))
                .put(
                        "displayName",
                        setup.get("displayName")
                                .or(
                                        () ->
                                                setup.get("body")
                                                        .flatMap(
                                                                body ->
                                                                        body.at(
                                                                                "/properties/displayName"))))
                .put("parent", parent.map(text -> Json.of(text.replace(MANAGEMENT_GROUPS, ""))))
                .build();
    }

    private static Json principal(CaseMembers setup) {
        setup.only("op", "name", "roles", "clientId", "secret");
        List<Json> roles = new ArrayList<>();
        for (CaseMembers role : setup.list("roles")) {
            roles.add(
                    JsonObject.of(
                            "role",
                            Json.of(role.only("role", "scope").required("role")),
                            "scope",
                            Json.of(role.required("scope"))));
        }
        return JsonObject.builder()
                .put("name", setup.required("name"))
                .put("clientId", setup.get("clientId"))
                .put("secret", setup.get("secret"))
                .put("roles", new JsonArray(roles))
                .build();
    }
}
