package dev.belay.emulator;

import static dev.belay.emulator.Rig.GROUP;
import static dev.belay.emulator.Rig.STORAGE;
import static dev.belay.emulator.Rig.STORAGE_BODY;
import static dev.belay.emulator.Rig.SUBSCRIPTION;
import static dev.belay.emulator.Rig.code;
import static dev.belay.emulator.Rig.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Tags of subscriptions, groups and resources by {@code Microsoft.Resources/tags/default}. */
final class TagsTest {

    private static final String TAGS = "/providers/Microsoft.Resources/tags/default";

    private final Rig arm = Rig.empty();

    private static JsonObject tags(ArmResponse answer) {
        return answer.json()
                .orElseThrow()
                .at("/properties/tags")
                .flatMap(Json::asObject)
                .orElseThrow();
    }

    private ArmResponse patch(String operation, String tags) {
        return arm.send(
                Method.PATCH,
                SUBSCRIPTION + TAGS,
                "{operation:'" + operation + "',properties:{tags:" + tags + "}}");
    }

    @Test
    void a_subscription_without_tags_shows_none_documented() {
        ArmResponse none = arm.get(SUBSCRIPTION + TAGS);

        assertThat(none.status()).isEqualTo(200);
        assertThat(text(none, "/id")).isEqualTo(SUBSCRIPTION + TAGS);
        assertThat(tags(none)).isEqualTo(Json.object());
        assertThat(arm.get(SUBSCRIPTION).json().orElseThrow().at("/tags")).isEmpty();
    }

    @Test
    void tags_of_a_subscription_are_put_merged_replaced_and_deleted_recorded() {
        ArmResponse put = arm.put(SUBSCRIPTION + TAGS, "{properties:{tags:{a:'1',b:'2'}}}");
        ArmResponse merged = patch("Merge", "{a:'1',c:'3'}");
        ArmResponse replaced = patch("Replace", "{a:'1',d:'4'}");
        ArmResponse deleted = patch("Delete", "{d:'4'}");
        String shown = text(arm.get(SUBSCRIPTION), "/tags/a");
        ArmResponse gone = arm.delete(SUBSCRIPTION + TAGS);

        assertThat(put.status()).isEqualTo(200);
        assertThat(text(put, "/type")).isEqualTo("Microsoft.Resources/tags");
        assertThat(tags(merged).members()).containsOnlyKeys("a", "b", "c");
        assertThat(tags(replaced).members()).containsOnlyKeys("a", "d");
        assertThat(tags(deleted).members()).containsOnlyKeys("a");
        assertThat(shown).isEqualTo("1");
        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.body()).isEmpty();
        assertThat(tags(arm.get(SUBSCRIPTION + TAGS))).isEqualTo(Json.object());
    }

    @Test
    void tags_of_a_group_and_of_a_resource_are_those_of_their_bodies_documented() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);

        arm.put(GROUP + TAGS, "{properties:{tags:{team:'a'}}}");
        arm.put(STORAGE + "shop1" + TAGS, "{properties:{tags:{cost:'b'}}}");

        assertThat(text(arm.get(GROUP), "/tags/team")).isEqualTo("a");
        assertThat(text(arm.get(STORAGE + "shop1"), "/tags/cost")).isEqualTo("b");
        assertThat(tags(arm.get(STORAGE + "shop1" + TAGS)).members()).containsOnlyKeys("cost");
        assertThat(arm.get(STORAGE + "shop2" + TAGS).status()).isEqualTo(404);
        assertThat(arm.put(STORAGE + "shop2" + TAGS, "{}").status()).isEqualTo(404);
    }

    @Test
    void a_read_only_lock_holds_tags_too_documented() {
        arm.put(
                GROUP + "/providers/Microsoft.Authorization/locks/keep",
                "{properties:{level:'ReadOnly'}}");

        assertThat(code(arm.put(GROUP + TAGS, "{properties:{tags:{a:'b'}}}")))
                .isEqualTo("ScopeLocked");
    }

    @Test
    void a_subscription_deployment_writes_and_reads_tags_documented() {
        String template =
                "{'$schema':'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',"
                    + "contentVersion:'1.0.0.0',resources:[{type:'Microsoft.Resources/tags',"
                    + "apiVersion:'2021-04-01',name:'default',properties:{tags:{by:'arm'}}}],"
                    + "outputs:{by:{type:'object',value:'[reference(subscriptionResourceId("
                    + "\\'Microsoft.Resources/tags\\',\\'default\\'),\\'2021-04-01\\').tags]'}}}";

        arm.put(
                SUBSCRIPTION + "/providers/Microsoft.Resources/deployments/t",
                "{location:'westus',properties:{mode:'Incremental',template:" + template + "}}");
        arm.pass(Duration.ofMinutes(1));

        ArmResponse shown = arm.get(SUBSCRIPTION + "/providers/Microsoft.Resources/deployments/t");
        assertThat(text(shown, "/properties/outputs/by/value/by"))
                .as(shown.body())
                .isEqualTo("arm");
        assertThat(tags(arm.get(SUBSCRIPTION + TAGS)).members()).containsOnlyKeys("by");
    }
}
