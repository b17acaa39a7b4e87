package dev.belay.emulator;

import static dev.belay.emulator.Rig.GROUP;
import static dev.belay.emulator.Rig.STORAGE;
import static dev.belay.emulator.Rig.STORAGE_BODY;
import static dev.belay.emulator.Rig.code;
import static dev.belay.emulator.Rig.message;
import static dev.belay.emulator.Rig.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;

/** Storage accounts and their services, as recorded and reported. */
final class StorageTest {

    private final Rig arm = Rig.empty();

    @Test
    void a_new_account_is_accepted_with_an_empty_body_and_a_location_to_poll() {
        ArmResponse answer = arm.put(STORAGE + "shop1", STORAGE_BODY);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        String location = answer.headers().first("Location").orElseThrow();
        assertThat(location)
                .contains("/providers/Microsoft.Storage/locations/westus/asyncoperations/")
                .contains("monitor=true");
        assertThat(answer.headers().first("Retry-After")).contains("17");

        ArmResponse poll = arm.get(URI.create(location).getPath() + "?api-version=2023-01-01");
        arm.pass(Duration.ofSeconds(17));
        ArmResponse end = arm.get(URI.create(location).getPath() + "?api-version=2023-01-01");

        assertThat(poll.status()).isEqualTo(202);
        assertThat(end.status()).isEqualTo(200);
        assertThat(text(end, "/properties/provisioningState")).isEqualTo("Succeeded");
    }

    @Test
    void an_account_shows_its_tier_its_endpoints_and_the_defaults() {
        Json shown = arm.make(STORAGE + "shop1", STORAGE_BODY);

        assertThat(shown.textAt("/sku/tier")).contains("Standard");
        assertThat(shown.textAt("/properties/primaryEndpoints/blob"))
                .contains("https://shop1.blob.core.windows.net/");
        assertThat(shown.textAt("/properties/accessTier")).contains("Hot");
        assertThat(shown.textAt("/properties/networkAcls/defaultAction")).contains("Allow");
        assertThat(shown.textAt("/id")).contains(STORAGE + "shop1");
    }

    @Test
    void a_change_of_an_existing_account_is_done_at_once() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);

        ArmResponse answer =
                arm.put(
                        STORAGE + "shop1",
                        "{location:'westus',sku:{name:'Standard_LRS'},kind:'StorageV2',"
                                + "properties:{accessTier:'cool'}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer, "/properties/accessTier")).isEqualTo("Cool");
    }

    @Test
    void what_a_get_of_the_file_service_shows_cannot_be_put_back() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);
        String service = STORAGE + "shop1/fileServices/default";

        ArmResponse shown = arm.get(service);
        ArmResponse answer = arm.put(service, shown.body());

        assertThat(shown.json().orElseThrow().at("/properties/protocolSettings"))
                .contains(JsonObject.of("smb", Json.object()));
        assertThat(shown.json().orElseThrow().at("/properties/cors"))
                .contains(JsonObject.of("corsRules", Json.array()));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("InvalidXmlDocument");
        assertThat(message(answer))
                .startsWith("XML specified is not syntactically valid.\nRequestId:");
    }

    @Test
    void the_file_service_takes_what_holds_something() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);
        String service = STORAGE + "shop1/fileServices/default";

        ArmResponse answer =
                arm.put(service, "{properties:{shareDeleteRetentionPolicy:{enabled:true,days:3}}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(
                        arm.get(service)
                                .json()
                                .orElseThrow()
                                .at("/properties/shareDeleteRetentionPolicy/days"))
                .contains(Json.of(3));
    }

    @Test
    void the_services_come_and_go_with_their_account_only() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);

        ArmResponse refused = arm.delete(STORAGE + "shop1/blobServices/default");
        arm.delete(STORAGE + "shop1");

        assertThat(refused.status()).isEqualTo(405);
        assertThat(arm.get(STORAGE + "shop1/blobServices/default").status()).isEqualTo(404);
        assertThat(arm.get(STORAGE + "shop1").status()).isEqualTo(404);
    }

    @Test
    void a_name_that_another_group_holds_is_taken() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);
        arm.put(GROUP + "2", "{location:'westus'}");

        ArmResponse answer = arm.put(STORAGE.replace("/rg/", "/rg2/") + "shop1", STORAGE_BODY);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(code(answer)).isEqualTo("StorageAccountAlreadyTaken");
        assertThat(message(answer)).isEqualTo("The storage account named shop1 is already taken.");
    }

    @Test
    void a_bad_name_is_refused_in_the_words_of_the_provider() {
        ArmResponse answer = arm.put(STORAGE + "Shop-1", STORAGE_BODY);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(message(answer))
                .isEqualTo(
                        "Shop-1 is not a valid storage account name. Storage account name must be"
                                + " between 3 and 24 characters in length and use numbers and"
                                + " lower-case letters only.");
    }

    @Test
    void the_hierarchical_namespace_and_the_location_cannot_be_changed() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);

        ArmResponse namespace =
                arm.put(
                        STORAGE + "shop1",
                        STORAGE_BODY.replace("properties:{}", "properties:{isHnsEnabled:true}"));
        ArmResponse location = arm.put(STORAGE + "shop1", STORAGE_BODY.replace("westus", "eastus"));

        assertThat(code(namespace)).isEqualTo("AccountPropertyCannotBeUpdated");
        assertThat(code(location)).isEqualTo("InvalidResourceLocation");
    }

    @Test
    void a_patch_changes_what_it_names_and_replaces_tags_whole() {
        arm.make(
                STORAGE + "shop1",
                STORAGE_BODY.replace("properties:{}", "tags:{a:'1'},properties:{}"));

        ArmResponse answer =
                arm.send(
                        Method.PATCH,
                        STORAGE + "shop1",
                        "{tags:{b:'2'},properties:{minimumTlsVersion:'TLS1_2'}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().orElseThrow().at("/tags"))
                .contains(JsonObject.of("b", Json.of("2")));
        assertThat(text(answer, "/properties/minimumTlsVersion")).isEqualTo("TLS1_2");
        assertThat(text(answer, "/properties/accessTier")).isEqualTo("Hot");
    }

    @Test
    void keys_are_listed_by_post_and_stay_the_same() {
        arm.make(STORAGE + "shop1", STORAGE_BODY);

        ArmResponse first = arm.send(Method.POST, STORAGE + "shop1/listKeys", "");
        ArmResponse second = arm.send(Method.POST, STORAGE + "shop1/listKeys", "");

        assertThat(text(first, "/keys/0/value")).hasSize(88);
        assertThat(first.body()).isEqualTo(second.body());
    }
}
