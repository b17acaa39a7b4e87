package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.template.expansion.DeploymentContext;
import dev.belay.template.expansion.Expanded;
import dev.belay.template.expansion.ExpandedResource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a deployment has to do, fixed when it is accepted: its resources, and which of them go on
 * when one has ended.
 *
 * @param expanded the template's resources and outputs
 * @param context what late expressions are finished with
 * @param dependants by place: the places of those that wait for it
 * @param waitsFor by place: for how many it waits
 * @param places by id
 */
record Plan(
        Expanded expanded,
        DeploymentContext context,
        List<List<Integer>> dependants,
        List<Integer> waitsFor,
        Map<ResourceId, Integer> places) {

    Plan {
        dependants = List.copyOf(dependants);
        waitsFor = List.copyOf(waitsFor);
        places = Map.copyOf(places);
    }

    static Plan of(Expanded expanded, DeploymentContext context) {
        List<ExpandedResource> resources = expanded.resources();
        var places = new HashMap<ResourceId, Integer>();
        for (int i = 0; i < resources.size(); i++) {
            places.putIfAbsent(resources.get(i).id(), i);
        }
        var dependants = new ArrayList<List<Integer>>();
        resources.forEach(_ -> dependants.add(new ArrayList<>()));
        var waitsFor = new ArrayList<Integer>();
        for (int i = 0; i < resources.size(); i++) {
            Set<Integer> awaited = awaited(resources.get(i), places, i);
            for (int place : awaited) {
                dependants.get(place).add(i);
            }
            waitsFor.add(awaited.size());
        }
        return new Plan(
                expanded,
                context,
                dependants.stream().map(List::copyOf).toList(),
                waitsFor,
                places);
    }

    /** A dependency on what a condition left out is none. */
    private static Set<Integer> awaited(
            ExpandedResource resource, Map<ResourceId, Integer> places, int own) {
        var awaited = new LinkedHashSet<Integer>();
        for (ResourceId id : resource.dependsOn()) {
            Integer place = places.get(id);
            if (place != null && place != own) {
                awaited.add(place);
            }
        }
        return awaited;
    }

    int size() {
        return expanded.resources().size();
    }

    ExpandedResource resource(int place) {
        return expanded.resources().get(place);
    }

    /** Whether the template writes the resource itself. */
    boolean writes(ResourceId id) {
        return Optional.ofNullable(places.get(id))
                .filter(place -> !resource(place).existing())
                .isPresent();
    }
}
