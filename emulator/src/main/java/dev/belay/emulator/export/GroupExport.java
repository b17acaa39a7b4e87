package dev.belay.emulator.export;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.error.ArmErrors;
import dev.belay.arm.error.ExportErrors;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.types.catalog.TypeFacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The template of a group as it stands now, with an error beside it where it is not whole. */
public final class GroupExport {

    /** More resources than this are refused. Evidence: documented and reported. */
    private static final int MOST = 200;

    private static final String SCHEMA =
            "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

    private static final List<String> FIRST =
            List.of(
                    "location",
                    "dependsOn",
                    "tags",
                    "sku",
                    "kind",
                    "zones",
                    "plan",
                    "extendedLocation",
                    "identity",
                    "properties");

    /** What came of it. */
    public sealed interface Result {

        /**
         * @param body {@code {template, error?}}
         * @param empty whether nothing was to be exported
         */
        record Exported(JsonObject body, boolean empty) implements Result {}

        record Refused(Refusal refusal) implements Result {}
    }

    private final ResourceTypes types;
    private final Reading reading;

    public GroupExport(ResourceTypes types, Reading reading) {
        this.types = types;
        this.reading = reading;
    }

    /** All that the group's list of resources shows, with its children. */
    public Result all(World world, Scope.ResourceGroup group, ExportOptions options) {
        long listed =
                world.resources().below(group).stream()
                        .filter(stored -> Selection.isListed(types, stored.id().type()))
                        .count();
        return listed > MOST
                ? tooMany()
                : exported(world, Selection.all(world, types, group), options);
    }

    /** The resources named, with their children. */
    public Result only(World world, Set<ResourceId> ids, ExportOptions options) {
        if (ids.size() > MOST) {
            return tooMany();
        }
        Optional<ResourceId> missing =
                ids.stream().filter(id -> world.find(id).isEmpty()).findFirst();
        return missing.<Result>map(
                        id ->
                                new Result.Refused(
                                        Refusal.gateway(404, ArmErrors.resourceNotFound(id))))
                .orElseGet(() -> exported(world, Selection.only(world, types, ids), options));
    }

    private static Result tooMany() {
        return new Result.Refused(Refusal.gateway(409, ExportErrors.tooManyResources(MOST)));
    }

    private Result exported(World world, Selection selection, ExportOptions options) {
        var names = new Names(selection.ids(), options);
        var waves = new Waves();
        for (StoredResource stored : selection.resources()) {
            waves.add(resource(world, stored, names, options));
        }
        JsonObject template =
                JsonObject.builder()
                        .put("$schema", SCHEMA)
                        .put("contentVersion", "1.0.0.0")
                        .put("parameters", names.parameters())
                        .put("variables", Json.object())
                        .put("resources", waves.resources(names))
                        .build();
        List<ArmError> errors = selection.errors();
        JsonObject body = JsonObject.of("template", template);
        return new Result.Exported(
                errors.isEmpty()
                        ? body
                        : body.with("error", ExportErrors.completedWithErrors(errors).toJson()),
                selection.resources().isEmpty());
    }

    /**
     * The api-version is the exporter's own choice, whatever the resource was written with
     * (recorded).
     */
    private Waves.Exported resource(
            World world, StoredResource stored, Names names, ExportOptions options) {
        ResourceId id = stored.id();
        TypeFacts facts = types.catalog().type(id.type()).orElseThrow();
        var head =
                JsonObject.builder()
                        .put("type", facts.type().toString())
                        .put("apiVersion", facts.apiVersion())
                        .put("name", names.name(id));
        if (options.comments()) {
            head.put("comments", "Generalized from resource: '" + id.path() + "'.");
        }
        var export = new BodyExport(names, id);
        JsonObject body =
                export.exported(reading.show(world, stored), facts.body().shapeFor(id.name()));
        return new Waves.Exported(id, head.build(), body, List.copyOf(export.references()));
    }

    /** A resource with what it waits for; the order of members is the exporter's: seen. */
    static JsonObject written(JsonObject head, JsonObject body, List<Json> dependsOn) {
        JsonObject whole =
                dependsOn.isEmpty() ? body : body.with("dependsOn", new JsonArray(dependsOn));
        var ordered = JsonObject.builder().putAll(head.members());
        FIRST.forEach(name -> ordered.put(name, whole.get(name)));
        var rest = new ArrayList<>(whole.members().keySet());
        rest.removeAll(FIRST);
        rest.forEach(name -> ordered.put(name, whole.get(name)));
        return ordered.build();
    }
}
