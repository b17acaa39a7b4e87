package dev.belay.emulator.file;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.emulator.fault.Fault;
import dev.belay.emulator.time.Latency;
import dev.belay.emulator.time.Timeline;
import dev.belay.emulator.world.Directory;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.SourceMap;

import java.util.List;
import java.util.Optional;

/**
 * What a world file asks for, without mistakes of form.
 *
 * @param directory tenant, subscriptions, principals, features
 * @param hierarchy management groups, parents first, and which subscriptions lie in them
 * @param groups resource groups
 * @param resources resources in order
 * @param deployments records of finished deployments
 * @param faults what breaks once the world stands
 * @param timeline what others do then
 * @param latencies how long writes take then
 */
record WorldPlan(
        Directory directory,
        List<Planned> hierarchy,
        List<Group> groups,
        List<Planned> resources,
        List<History> deployments,
        List<Fault> faults,
        List<Timeline.Event> timeline,
        List<Latency> latencies) {

    /** One resource group. */
    record Group(Scope.ResourceGroup id, JsonObject body, SourceMap.Position at) {}

    /**
     * One resource to PUT, or to DELETE.
     *
     * @param body empty: delete it
     */
    record Planned(ResourceId id, String apiVersion, Optional<Json> body, SourceMap.Position at) {}

    /**
     * Records of finished deployments.
     *
     * @param name with {@code {n}} for the number of the record, from 1
     */
    record History(
            Scope scope,
            int count,
            String name,
            String state,
            Optional<String> location,
            Optional<Json> template) {}

    WorldPlan {
        hierarchy = List.copyOf(hierarchy);
        groups = List.copyOf(groups);
        resources = List.copyOf(resources);
        deployments = List.copyOf(deployments);
        faults = List.copyOf(faults);
        timeline = List.copyOf(timeline);
        latencies = List.copyOf(latencies);
    }
}
