package dev.belay.emulator.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.emulator.Rig;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;

import org.junit.jupiter.api.Test;

/** The world file: left-out members, placeholders, mistakes with their places. */
final class WorldFileTest {

    private static World world(String text) {
        return WorldFile.world("world.json", text, Rig.router());
    }

    @Test
    void an_empty_file_makes_a_tenant_with_one_subscription() {
        World world = world("{}");

        assertThat(world.directory().tenantId()).isEqualTo("00000000-0000-0000-0000-000000000001");
        assertThat(world.directory().subscription("00000000-0000-0000-0000-000000000002"))
                .isPresent();
        assertThat(world.resources().byId().keySet())
                .containsExactly(
                        "/providers/microsoft.management/managementgroups/"
                                + "00000000-0000-0000-0000-000000000001");
        assertThat(world.standing()).isTrue();
    }

    @Test
    void every_mistake_is_named_with_line_and_column() {
        String text =
                """
                {
                  "resourceGroups": [{"name": "rg", "locations": "westus"}],
                  "resources": [{"id": "shop1"}],
                  "faults": [{"when": {"method": "POKE"}, "then": {"explode": true}}]
                }
                """;

        assertThatThrownBy(() -> world(text))
                .isInstanceOfSatisfying(
                        BrokenWorldFileException.class,
                        broken ->
                                assertThat(broken.mistakes())
                                        .extracting(Mistake::toString)
                                        .anyMatch(
                                                m ->
                                                        m.startsWith(
                                                                "2:37: Unknown member 'locations'"))
                                        .anyMatch(m -> m.contains("'location' is missing"))
                                        .anyMatch(m -> m.startsWith("3:") && m.contains("the id"))
                                        .anyMatch(m -> m.contains("an HTTP method"))
                                        .anyMatch(m -> m.contains("Unknown member 'explode'")))
                .hasMessageContaining("world.json:2:37:");
    }

    @Test
    void a_resource_that_arm_refuses_is_a_mistake_at_its_place() {
        String text =
                "{\"resourceGroups\":[{\"name\":\"rg\",\"location\":\"westus\"}],\n"
                        + "\"resources\":[{\"id\":\""
                        + Rig.STORAGE
                        + "UPPER\",\"apiVersion\":\"2023-01-01\",\"body\":"
                        + "{\"location\":\"westus\",\"kind\":\"StorageV2\",\"sku\":{\"name\":\"Standard_LRS\"}}}]}";

        assertThatThrownBy(() -> world(text))
                .hasMessageContaining("world.json:2:14: The embedded ARM refuses this with 400")
                .hasMessageContaining("AccountNameInvalid");
    }

    @Test
    void a_text_that_is_no_json_is_refused_at_its_place() {
        assertThatThrownBy(() -> world("{\n  \"resources\": [,]\n}"))
                .isInstanceOf(BrokenWorldFileException.class)
                .hasMessageStartingWith("world.json:2:");
    }

    @Test
    void a_principal_id_that_the_server_gave_can_be_named() {
        String reader =
                Rig.SUBSCRIPTION
                        + "/providers/Microsoft.Authorization/roleDefinitions/"
                        + "acdd72a7-3385-48ef-bd42-f606fba81ae7";
        String identity =
                Rig.GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/me";
        String role =
                Rig.GROUP
                        + "/providers/Microsoft.Authorization/roleAssignments/"
                        + "aaaaaaaa-0000-4000-8000-000000000001";
        World world =
                world(
                        "{resourceGroups:[{name:'rg',location:'westus'}],resources:["
                                + "{id:'"
                                + identity
                                + "',apiVersion:'2023-01-31',body:{location:'westus'}},"
                                + "{id:'"
                                + role
                                + "',apiVersion:'2022-04-01',body:{properties:{roleDefinitionId:'"
                                + reader
                                + "',principalId:'${principalId:"
                                + identity
                                + "}'}}}]}");

        String given =
                world.find(ResourceId.of(identity))
                        .orElseThrow()
                        .body()
                        .textAt("/properties/principalId")
                        .orElseThrow();
        assertThat(world.find(ResourceId.of(role)).orElseThrow().properties().get("principalId"))
                .contains(Json.of(given));
    }

    @Test
    void deployment_records_are_made_by_the_number() {
        World world =
                world(
                        "{resourceGroups:[{name:'rg',location:'westus'}],deployments:[{scope:'"
                                + Rig.GROUP
                                + "',count:3},{scope:'"
                                + Rig.GROUP
                                + "',name:'main',state:'Failed'}]}");

        assertThat(world.deploymentsOf(Scope.parse(Rig.GROUP).orElseThrow()))
                .extracting(record -> record.id().name() + " " + record.state())
                .containsExactly(
                        "main Failed", "old-1 Succeeded", "old-2 Succeeded", "old-3 Succeeded");
    }
}
