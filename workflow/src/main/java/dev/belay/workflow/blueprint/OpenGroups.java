package dev.belay.workflow.blueprint;

import dev.belay.json.JsonObject;
import dev.belay.workflow.blueprint.Blueprint.Group;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The template parameters for what the definition leaves open of its resource groups.
 *
 * @param names placeholder to the parameter that takes the group's name
 * @param locations placeholder to the parameter that takes the group's location
 */
record OpenGroups(SequencedMap<String, String> names, SequencedMap<String, String> locations) {

    static OpenGroups of(Blueprint blueprint) {
        var names = new LinkedHashMap<String, String>();
        var locations = new LinkedHashMap<String, String>();
        for (Group group : blueprint.groups().values()) {
            if (group.name().isEmpty()) {
                names.put(group.placeholder(), free(group.placeholder() + "_name", blueprint));
            }
            if (group.location().isEmpty()) {
                locations.put(
                        group.placeholder(), free(group.placeholder() + "_location", blueprint));
            }
        }
        return new OpenGroups(names, locations);
    }

    private static String free(String name, Blueprint blueprint) {
        return Blueprint.find(blueprint.parameters(), name).isPresent()
                ? free(name + "_", blueprint)
                : name;
    }

    Optional<String> name(Group group) {
        return Optional.ofNullable(names.get(group.placeholder()));
    }

    Optional<String> location(Group group) {
        return Optional.ofNullable(locations.get(group.placeholder()));
    }

    /** Their declarations. */
    JsonObject declarations() {
        var declarations = JsonObject.builder();
        names.forEach((group, name) -> declarations.put(name, declaration("Name", group)));
        locations.forEach((group, name) -> declarations.put(name, declaration("Location", group)));
        return declarations.build();
    }

    private static JsonObject declaration(String what, String group) {
        String description = what + " of the resource group '" + group + "'";
        return JsonObject.builder()
                .put("type", "string")
                .put("metadata", JsonObject.builder().put("description", description).build())
                .build();
    }
}
