package dev.belay.emulator.deployment;

import dev.belay.arm.Scope;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.template.expansion.DeploymentContext;
import dev.belay.template.expansion.ExpandedResource;
import dev.belay.template.expansion.NestedDeployment;
import dev.belay.template.syntax.Source;
import dev.belay.template.syntax.TemplateReader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * From what a deployment's plan was made, so that it can be made again after the world was on disk.
 *
 * @param template the template that was expanded: the deployment's own, or that of the deployment
 *     around it
 * @param parameters literal values by name; may hold secrets
 * @param context what was known
 * @param path the places that lead from the template's plan to this deployment's; empty for its own
 */
record Origin(
        JsonObject template,
        SequencedMap<String, Json> parameters,
        DeploymentContext context,
        List<Integer> path) {

    Origin {
        path = List.copyOf(path);
    }

    /** The origin of a deployment whose plan is part of this one's. */
    Origin below(int place) {
        var longer = new ArrayList<>(path);
        longer.add(place);
        return new Origin(template, parameters, context, longer);
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("template", template)
                .put("parameters", new JsonObject(parameters))
                .put("context", contextToJson())
                .put("path", new JsonArray(path.stream().<Json>map(Json::of).toList()))
                .build();
    }

    private JsonObject contextToJson() {
        return JsonObject.builder()
                .put("scope", context.scope().path())
                .put("deploymentName", context.deploymentName())
                .put("location", context.location().map(Json::of))
                .put("mode", context.mode())
                .put("tenant", context.tenant())
                .put("managementGroup", context.managementGroup())
                .put("subscription", context.subscription())
                .put("resourceGroup", context.resourceGroup())
                .put("environment", context.environment())
                .put("deployer", context.deployer())
                .put("now", context.now().map(now -> Json.of(now.toString())))
                .put("seed", context.seed().map(seed -> Json.of(seed.toString())))
                .build();
    }

    static Origin from(JsonObject kept) {
        List<Integer> path =
                kept.get("path").flatMap(Json::asArray).stream()
                        .flatMap(JsonArray::stream)
                        .map(place -> Integer.parseInt(place.toText()))
                        .toList();
        return new Origin(
                object(kept, "template").orElse(Json.object()),
                object(kept, "parameters").orElse(Json.object()).members(),
                context(object(kept, "context").orElse(Json.object())),
                path);
    }

    private static DeploymentContext context(JsonObject json) {
        return new DeploymentContext(
                Scope.parse(json.textAt("/scope").orElse("")).orElse(Scope.TENANT),
                json.textAt("/deploymentName").orElse(""),
                json.textAt("/location"),
                json.textAt("/mode").orElse("Incremental"),
                object(json, "tenant").orElse(Json.object()),
                object(json, "managementGroup"),
                object(json, "subscription"),
                object(json, "resourceGroup"),
                object(json, "environment"),
                object(json, "deployer"),
                json.textAt("/now").map(Instant::parse),
                json.textAt("/seed").map(UUID::fromString));
    }

    private static Optional<JsonObject> object(JsonObject json, String name) {
        return json.get(name).flatMap(Json::asObject);
    }

    /**
     * The plan once more.
     *
     * @throws IllegalStateException if it cannot be made: what was kept is not what was written
     */
    Plan plan(World world) {
        var result =
                Submission.plan(
                        world, TemplateReader.nested(template, Source.NONE), parameters, context);
        if (!(result instanceof Submission.Result.Planned(var plan))) {
            throw new IllegalStateException(
                    "The plan of '" + context.deploymentName() + "' cannot be made again.");
        }
        Plan here = plan;
        for (int place : path) {
            here = nested(here, place);
        }
        return here;
    }

    private static Plan nested(Plan plan, int place) {
        ExpandedResource resource = plan.resource(place);
        NestedDeployment nested = resource.nested().orElseThrow();
        return Plan.of(
                nested.expanded().orElseThrow(),
                nested.inner() ? nested.context() : plan.context());
    }

    /** Parameters may be secrets. */
    @Override
    public String toString() {
        return "Origin[" + context.deploymentName() + "]";
    }
}
