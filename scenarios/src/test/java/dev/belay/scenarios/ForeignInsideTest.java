package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What others put into resources that a deployment created keeps these from being deleted, however
 * deep it lies; and finding that out does not take a request for everything that could be there.
 */
final class ForeignInsideTest {

    private static final String GROUP = Scene.SUBSCRIPTION + "/resourceGroups/rg";
    private static final String PROVIDERS = GROUP + "/providers/";
    private static final String SQL = "Microsoft.Sql/servers/belaysql";
    private static final String SITE = "Microsoft.Web/sites/belaysite";
    private static final String ACCOUNT = "Microsoft.Storage/storageAccounts/belayaccount";
    private static final Map<String, String> VERSIONS =
            Map.of(SQL, "2021-11-01", SITE, "2022-09-01", ACCOUNT, "2023-05-01");

    /** Fewer than these types have types of children in the catalog. */
    private static final int MOST_LISTS = 25;

    @TempDir Path folder;

    @Test
    void what_lies_inside_is_found_at_any_depth_and_keeps_what_holds_it() {
        Map<String, String> foreign = new TreeMap<>();
        foreign.put(SQL, SQL + "/firewallRules/theirs");
        foreign.put(SITE, SITE + "/slots/theirs");
        foreign.put(ACCOUNT, ACCOUNT + "/blobServices/default/containers/theirs");
        var timeline = new ArrayList<String>();
        foreign.forEach((holder, inside) -> timeline.add(put(holder, inside)));
        Scene scene = Scene.in(folder, world(timeline));
        scene.file("main.json", template());

        Scene.Ran ran = scene.belay("deploy", "-g", "rg", "-f", "main.json");

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(4);
        foreign.forEach(
                (holder, inside) -> {
                    String version = Objects.requireNonNull(VERSIONS.get(holder));
                    assertThat(status(scene, holder, version)).as(holder).isEqualTo(200);
                    assertThat(status(scene, inside, version)).as(inside).isEqualTo(200);
                    assertThat(ran.report().at("/residue").orElseThrow().toText())
                            .contains(PROVIDERS + holder)
                            .contains(PROVIDERS + inside);
                });
    }

    private static int status(Scene scene, String id, String version) {
        return scene.outside().get(PROVIDERS + id, version).status();
    }

    @Test
    void without_anything_inside_few_lists_are_asked() {
        var told = new ArrayList<String>();
        try (ServedWorld world = ServedWorld.start(folder, world(List.of()))) {
            Scene.in(folder, world(List.of())).file("main.json", template());
            try (BelayProcess belay =
                    BelayProcess.start(
                            folder,
                            Map.of(),
                            "deploy",
                            "-g",
                            "rg",
                            "-f",
                            "main.json",
                            "--arm",
                            world.address(),
                            "--store",
                            "store")) {
                assertThat(belay.exit()).as(belay.printed()).isEqualTo(3);
            }
            for (String created : VERSIONS.keySet()) {
                List<String> lists = lists(world, created);
                told.add(created + ": " + lists.size() + " lists");
                assertThat(lists).as(created).isNotEmpty().hasSizeLessThanOrEqualTo(MOST_LISTS);
            }
            told.add("in all: " + world.requests("").size() + " requests");
        }
        Figures.tell("The guard before three deletions", told);
    }

    /** The paths below the resource that were asked and name no resource: lists. */
    private static List<String> lists(ServedWorld world, String id) {
        return world.requests(PROVIDERS + id).stream()
                .filter(request -> request.method().equals("GET"))
                .map(request -> request.path().substring(PROVIDERS.length() + id.length()))
                .map(path -> path.replaceFirst(".*/providers/[^/]+", ""))
                .filter(path -> path.split("/", -1).length % 2 == 0)
                .toList();
    }

    private static String world(List<String> timeline) {
        return "{resourceGroups:[{name:'rg',location:'westus'}],timeline:"
                + timeline
                + ",faults:[{when:{method:'PUT',id:'"
                + PROVIDERS
                + "Microsoft.Network/routeTables/last',stage:'provisioning'},"
                + "then:{fail:{status:409,code:'Conflict',message:'no'}}}]}";
    }

    private static String put(String holder, String id) {
        return "{after:{ended:'"
                + PROVIDERS
                + holder
                + "'},by:'a colleague',request:{method:'PUT',path:'"
                + PROVIDERS
                + id
                + "?api-version="
                + VERSIONS.get(holder)
                + "',body:{location:'westus',properties:{}}}}";
    }

    private static String template() {
        return """
        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
         "contentVersion": "1.0.0.0",
         "resources": [
          {"type": "Microsoft.Sql/servers", "apiVersion": "2021-11-01", "name": "belaysql",
           "location": "westus", "properties": {"administratorLogin": "boss",
           "administratorLoginPassword": "Secret-123"}},
          {"type": "Microsoft.Web/sites", "apiVersion": "2022-09-01", "name": "belaysite",
           "location": "westus", "properties": {}},
          {"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01",
           "name": "belayaccount", "location": "westus", "kind": "StorageV2",
           "sku": {"name": "Standard_LRS"}, "properties": {}},
          {"type": "Microsoft.Network/routeTables", "apiVersion": "2023-09-01", "name": "last",
           "location": "westus", "properties": {"routes": []}, "dependsOn": ["belaysql",
           "belaysite", "belayaccount"]}]}
        """;
    }
}
