package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonWriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What becomes of the run that is killed: three provisioners at three scopes, a shell step, a probe
 * (src/test/resources/runs).
 */
enum RunCrashCase {
    /** The probe finds what it expects. */
    SUCCEEDS,
    /** The probe, which is last, fails. */
    PROBE_FAILS,
    /**
     * The probe fails; a colleague's network uses what the last provisioner created; and a step
     * before them all changed what that one changes too.
     */
    UNDO_STUCK;

    private static final Path FILES = Path.of("src", "test", "resources", "runs");
    private static final String TIMELINE = "timeline";

    /** A part of the world that one run has for itself. */
    record Slot(RunCrashCase kind, int number) {

        String name() {
            return kind.name().toLowerCase(Locale.ROOT).replace("_", "") + "-" + number;
        }

        String managementGroup() {
            return "/providers/Microsoft.Management/managementGroups/" + name();
        }

        String subscriptionId() {
            return "00000000-0000-0000-0001-%012d".formatted(number);
        }

        String subscription() {
            return "/subscriptions/" + subscriptionId();
        }

        String group(String name) {
            return subscription() + "/resourceGroups/" + name;
        }

        String network(String group, String resource) {
            return group(group) + "/providers/Microsoft.Network/" + resource;
        }

        String policy(String name) {
            return managementGroup()
                    + "/providers/Microsoft.Authorization/policyDefinitions/"
                    + name;
        }

        /** A colleague's network, where the case has one. */
        String theirs() {
            return network("standing", "virtualNetworks/theirs");
        }

        /**
         * The path of a management group is no word's beginning; that of a subscription neither.
         */
        List<String> roots() {
            return List.of(managementGroup(), subscription());
        }
    }

    List<Slot> slots(int count) {
        return IntStream.range(0, count).mapToObj(number -> new Slot(this, number)).toList();
    }

    /** A world in which every slot holds what stands before. */
    String world(List<Slot> slots) {
        var members = new LinkedHashMap<String, List<Json>>();
        String text = text("slot.json");
        for (Slot slot : slots) {
            JsonReader.strict()
                    .read(
                            text.replace("@slot@", slot.name())
                                    .replace("@subscription@", slot.subscriptionId()))
                    .asObject()
                    .orElseThrow()
                    .members()
                    .forEach(
                            (name, items) ->
                                    members.computeIfAbsent(name, _ -> new ArrayList<>())
                                            .addAll(items.asArray().orElseThrow().items()));
        }
        if (this != UNDO_STUCK) {
            members.remove(TIMELINE);
        }
        var world = JsonObject.builder();
        members.forEach((name, items) -> world.put(name, new JsonArray(items)));
        return JsonWriter.pretty(world.build());
    }

    /** Puts the workflow and its templates into a folder. */
    void write(Path folder) {
        for (String name :
                List.of(
                        "workflow.yaml",
                        "first.json",
                        "policies.json",
                        "groups.json",
                        "network.json")) {
            try {
                Files.writeString(folder.resolve(name), text(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String text(String name) {
        try {
            return Files.readString(FILES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many deployments the run asks for, if none has to be given up. */
    int deployments() {
        return this == UNDO_STUCK ? 4 : 3;
    }
}
