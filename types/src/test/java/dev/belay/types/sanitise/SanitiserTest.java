package dev.belay.types.sanitise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceType;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonReader;
import dev.belay.types.catalog.Catalog;
import dev.belay.types.catalog.TypeFacts;

import org.junit.jupiter.api.Test;

class SanitiserTest {

    static JsonObject json(String text) {
        return JsonReader.lenient().read(text).asObject().orElseThrow();
    }

    static TypeFacts facts(String type) {
        return Catalog.standard().type(ResourceType.of(type)).orElseThrow();
    }

    private static Sanitised sanitised(String type, String body) {
        TypeFacts facts = facts(type);
        return Sanitiser.toPutBody(facts, facts.apiVersion(), "default", json(body));
    }

    @Test
    void what_the_server_sets_is_left_out_and_named() {
        Sanitised put =
                sanitised(
                        "Microsoft.Storage/storageAccounts",
                        """
                        {id: '/subscriptions/1', name: 'shop1', type: 'Microsoft.Storage/storageAccounts',
                         etag: 'x', systemData: {createdBy: 'me'}, location: 'westeurope',
                         sku: {name: 'Standard_LRS', tier: 'Standard'}, kind: 'StorageV2', tags: {},
                         properties: {provisioningState: 'Succeeded', primaryEndpoints: {blob: 'b'},
                          ACCESSTIER: 'Hot', minimumTlsVersion: null,
                          networkAcls: {bypass: 'None', virtualNetworkRules: [{id: 'a', state: 'Succeeded'}]}}}
                        """);

        assertThat(put.body())
                .isEqualTo(
                        json(
                                """
                                {location: 'westeurope', sku: {name: 'Standard_LRS'}, kind: 'StorageV2',
                                 tags: {}, properties: {ACCESSTIER: 'Hot',
                                  networkAcls: {bypass: 'None', virtualNetworkRules: [{id: 'a'}]}}}
                                """));
        assertThat(put.stripped().stream().map(JsonPointer::toString))
                .containsExactly(
                        "/id",
                        "/name",
                        "/type",
                        "/etag",
                        "/systemData",
                        "/sku/tier",
                        "/properties/provisioningState",
                        "/properties/primaryEndpoints",
                        "/properties/networkAcls/virtualNetworkRules/0/state");
        assertThat(put.unknown()).isEmpty();
        assertThat(put.typeKnown()).isTrue();
    }

    @Test
    void a_file_service_as_every_get_shows_it_leaves_only_what_can_be_put() {
        Sanitised put =
                sanitised(
                        "Microsoft.Storage/storageAccounts/fileServices",
                        """
                        {sku: {name: 'Standard_LRS', tier: 'Standard'}, id: 'x', name: 'default', type: 't',
                         properties: {protocolSettings: {smb: {}}, cors: {corsRules: []},
                          shareDeleteRetentionPolicy: {enabled: true, days: 7}}}
                        """);

        assertThat(put.body())
                .isEqualTo(
                        json(
                                "{properties: {shareDeleteRetentionPolicy: {enabled: true, days:"
                                        + " 7}}}"));
    }

    @Test
    void multichannel_is_sent_to_premium_accounts_only() {
        String body =
                """
                {sku: {name: 'X', tier: 'TIER'},
                 properties: {protocolSettings: {smb: {multichannel: {enabled: true}}}}}
                """;
        String type = "Microsoft.Storage/storageAccounts/fileServices";

        Sanitised standard = sanitised(type, body.replace("TIER", "Standard"));
        Sanitised premium = sanitised(type, body.replace("TIER", "premium"));

        assertThat(standard.body().isEmpty()).isTrue();
        assertThat(premium.body().at("/properties/protocolSettings/smb/multichannel/enabled"))
                .isPresent();
    }

    @Test
    void values_of_user_assigned_identities_become_empty_and_stay() {
        Sanitised put =
                sanitised(
                        "Microsoft.Storage/storageAccounts",
                        """
                        {identity: {type: 'UserAssigned', principalId: 'p', tenantId: 't',
                          userAssignedIdentities: {'/a': {principalId: 'p', clientId: 'c'}, '/b': {}}}}
                        """);

        assertThat(put.body())
                .isEqualTo(
                        json(
                                "{identity: {type: 'UserAssigned', userAssignedIdentities: {'/a':"
                                        + " {}, '/b': {}}}}"));
    }

    @Test
    void maps_and_what_is_free_of_shape_are_kept_as_they_are() {
        Sanitised put =
                sanitised(
                        "Microsoft.Storage/storageAccounts",
                        "{tags: {provisioningState: 'mine', id: 'x', etag: 'y'}}");
        Sanitised workflow =
                sanitised(
                        "Microsoft.Logic/workflows",
                        "{properties: {definition: {a: {}, b: [], provisioningState: 1}}}");

        assertThat(put.body())
                .isEqualTo(json("{tags: {provisioningState: 'mine', id: 'x', etag: 'y'}}"));
        assertThat(workflow.body())
                .isEqualTo(
                        json("{properties: {definition: {a: {}, b: [], provisioningState: 1}}}"));
    }

    @Test
    void the_discriminator_picks_the_variant_before_anything_is_judged() {
        String type = "Microsoft.Kusto/clusters/databases";

        Sanitised put =
                sanitised(
                        type,
                        """
                        {kind: 'ReadWrite', location: 'westeurope',
                         properties: {softDeletePeriod: 'P1D', provisioningState: 'Succeeded',
                          statistics: {size: 3}, isFollowed: false}}
                        """);
        Sanitised follower =
                sanitised(
                        type,
                        """
                        {kind: 'readonlyfollowing', location: 'westeurope',
                         properties: {softDeletePeriod: 'P1D', leaderClusterResourceId: 'x'}}
                        """);

        assertThat(put.body())
                .isEqualTo(
                        json(
                                "{kind: 'ReadWrite', location: 'westeurope', properties:"
                                        + " {softDeletePeriod: 'P1D'}}"));
        assertThat(follower.body())
                .isEqualTo(json("{kind: 'readonlyfollowing', location: 'westeurope'}"));
        assertThat(follower.unknown()).isEmpty();
    }

    @Test
    void the_name_picks_the_variant_of_a_sites_config() {
        TypeFacts facts = facts("Microsoft.Web/sites/config");
        JsonObject body = json("{properties: {alwaysOn: true, machineKey: {validation: 'x'}}}");

        Sanitised web = Sanitiser.toPutBody(facts, facts.apiVersion(), "shop/web", body);

        assertThat(web.body()).isEqualTo(json("{properties: {alwaysOn: true}}"));
        assertThat(web.unknown()).isEmpty();
    }

    @Test
    void unknown_properties_are_kept_and_named() {
        Sanitised put =
                sanitised(
                        "Microsoft.Storage/storageAccounts",
                        "{novelty: {}, properties: {accessTier: 'Hot', brandNew: {a: 1}}}");

        assertThat(put.body())
                .isEqualTo(
                        json("{novelty: {}, properties: {accessTier: 'Hot', brandNew: {a: 1}}}"));
        assertThat(put.unknown())
                .containsExactly(
                        JsonPointer.parse("/novelty"), JsonPointer.parse("/properties/brandNew"));
    }

    @Test
    void masks_are_named_and_never_kept() {
        Sanitised site =
                sanitised(
                        "Microsoft.Web/sites/config",
                        "{properties: {publishingUsername: 'REDACTED'}, kind: 'app'}");
        Sanitised hub =
                sanitised(
                        "Microsoft.Devices/IotHubs",
                        """
                        {properties: {routing: {endpoints: {eventHubs: [{name: 'e', connectionString:
                         'Endpoint=sb://x/;SharedAccessKeyName=k;SharedAccessKey=****;EntityPath=e'}]}}}}
                        """);

        assertThat(site.body().at("/properties/publishingUsername")).isEmpty();
        assertThat(site.masked())
                .containsExactly(JsonPointer.parse("/properties/publishingUsername"));
        assertThat(hub.body())
                .isEqualTo(
                        json("{properties: {routing: {endpoints: {eventHubs: [{name: 'e'}]}}}}"));
        assertThat(hub.masked())
                .containsExactly(
                        JsonPointer.parse(
                                "/properties/routing/endpoints/eventHubs/0/connectionString"));
    }

    @Test
    void what_the_server_sets_though_called_writable_is_left_out() {
        Sanitised vault =
                sanitised(
                        "Microsoft.KeyVault/vaults",
                        """
                        {properties: {vaultUri: 'https://x', provisioningState: 'Succeeded',
                          tenantId: 't', accessPolicies: []}}
                        """);

        assertThat(vault.body())
                .isEqualTo(json("{properties: {tenantId: 't', accessPolicies: []}}"));
    }

    @Test
    void what_the_server_writes_into_free_metadata_is_left_out() {
        Sanitised put =
                sanitised(
                        "Microsoft.Authorization/policyAssignments",
                        "{properties: {metadata: {owner: 'me', updatedOn: 'now', createdBy:"
                                + " null}}}");

        assertThat(put.body()).isEqualTo(json("{properties: {metadata: {owner: 'me'}}}"));
        assertThat(put.stripped()).hasSize(2);
    }

    @Test
    void of_an_unknown_type_only_what_is_the_same_everywhere_is_left_out() {
        Sanitised put =
                Sanitiser.toPutBodyOfUnknownType(
                        json(
                                """
                                {id: 'x', name: 'n', type: 't', location: 'l', tags: {etag: 'e'},
                                 properties: {provisioningState: 'Succeeded', a: {}, key: '****'}}
                                """));

        assertThat(put.body())
                .isEqualTo(json("{location: 'l', tags: {etag: 'e'}, properties: {a: {}}}"));
        assertThat(put.typeKnown()).isFalse();
        assertThat(put.masked()).containsExactly(JsonPointer.parse("/properties/key"));
    }
}
