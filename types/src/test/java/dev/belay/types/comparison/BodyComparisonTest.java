package dev.belay.types.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceType;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonReader;
import dev.belay.types.catalog.Catalog;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.shape.ShapePath;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class BodyComparisonTest {

    private static final String ACCOUNT = "Microsoft.Storage/storageAccounts";
    private static final String NETWORK = "Microsoft.Network/virtualNetworks";

    private static JsonObject json(String text) {
        return JsonReader.lenient().read(text).asObject().orElseThrow();
    }

    private static TypeFacts facts(String type) {
        return Catalog.standard().type(ResourceType.of(type)).orElseThrow();
    }

    private static Comparison compared(String type, String left, String right) {
        TypeFacts facts = facts(type);
        return BodyComparison.between(facts, facts.apiVersion(), "x", json(left), json(right));
    }

    private static List<String> paths(Comparison comparison) {
        return comparison.differences().stream().map(d -> d.path().toString()).toList();
    }

    @Test
    void read_only_and_volatile_places_are_ignored_and_named() {
        Comparison comparison =
                compared(
                        ACCOUNT,
                        "{etag: '1', properties: {accessTier: 'Hot', creationTime: 'a'}}",
                        "{etag: '2', properties: {accessTier: 'Hot', provisioningState: 'b'}}");

        assertThat(comparison.same()).isTrue();
        assertThat(comparison.compared()).isEqualTo(1);
        assertThat(comparison.ignored())
                .extracting(JsonPointer::toString)
                .containsExactly(
                        "/etag", "/properties/creationTime", "/properties/provisioningState");
    }

    @Test
    void a_writable_leaf_that_differs_is_told_with_both_values() {
        Comparison comparison =
                compared(
                        ACCOUNT,
                        "{tags: {a: '1'}, properties: {accessTier: 'Hot'}}",
                        "{tags: {a: '1', b: '2'}, properties: {accessTier: 'Cool'}}");

        assertThat(comparison.differences())
                .containsExactly(
                        new Difference(
                                JsonPointer.parse("/properties/accessTier"),
                                Optional.of(Json.of("Hot")),
                                Optional.of(Json.of("Cool")),
                                true),
                        new Difference(
                                JsonPointer.parse("/tags/b"),
                                Optional.empty(),
                                Optional.of(Json.of("2")),
                                true));
        assertThat(comparison.compared()).isEqualTo(3);
    }

    @Test
    void null_is_absence_and_empty_tags_are_no_tags() {
        assertThat(compared(ACCOUNT, "{tags: {}, kind: null}", "{}").same()).isTrue();
        assertThat(
                        compared(
                                        "Microsoft.KeyVault/vaults",
                                        "{properties: {accessPolicies: []}}",
                                        "{properties: {}}")
                                .same())
                .isFalse();
    }

    @Test
    void locations_are_compared_compacted_and_ids_without_case() {
        String left =
                """
                {location: 'West Europe', properties: {networkAcls: {virtualNetworkRules:
                 [{id: '/subscriptions/A/x', action: 'Allow'}]}}}
                """;
        String right =
                """
                {location: 'westeurope', properties: {networkAcls: {virtualNetworkRules:
                 [{id: '/SUBSCRIPTIONS/a/X', action: 'Allow'}]}}}
                """;

        assertThat(compared(ACCOUNT, left, right).same()).isTrue();
        assertThat(compared(ACCOUNT, "{tags: {a: 'X'}}", "{tags: {a: 'x'}}").same()).isFalse();
    }

    @Test
    void values_that_the_specification_names_are_compared_without_case() {
        assertThat(compared(ACCOUNT, "{kind: 'StorageV2'}", "{kind: 'storagev2'}").same()).isTrue();
        assertThat(compared(ACCOUNT, "{kind: 'StorageV2'}", "{kind: 'Storage'}").same()).isFalse();
    }

    @Test
    void an_object_whose_members_are_all_absent_says_nothing() {
        assertThat(compared(ACCOUNT, "{properties: {}, sku: {tier: 'x'}}", "{}").same()).isTrue();
    }

    @Test
    void items_with_names_are_matched_whatever_their_order() {
        String left =
                "{properties: {subnets: [{name: 'a', properties: {addressPrefix: '1'}}, {name:"
                        + " 'b'}]}}";
        String right =
                """
                {properties: {subnets: [{name: 'B'}, {name: 'c', etag: 'x'},
                 {name: 'a', properties: {addressPrefix: '2'}}]}}
                """;

        Comparison comparison = compared(NETWORK, left, right);

        assertThat(paths(comparison))
                .containsExactly(
                        "/properties/subnets/0/properties/addressPrefix",
                        "/properties/subnets/1/name",
                        "/properties/subnets/1/name");
    }

    @Test
    void items_with_a_key_of_the_overlay_are_matched_by_it() {
        String left =
                """
                {properties: {accessPolicies: [{tenantId: 't', objectId: '1', permissions: {keys: ['get']}},
                 {tenantId: 't', objectId: '2', permissions: {keys: ['list']}}]}}
                """;
        String right =
                """
                {properties: {accessPolicies: [{tenantId: 't', objectId: '2', permissions: {keys: ['list']}},
                 {tenantId: 't', objectId: '1', permissions: {keys: ['get']}}]}}
                """;

        assertThat(compared("Microsoft.KeyVault/vaults", left, right).same()).isTrue();
    }

    @Test
    void items_that_cannot_be_told_apart_are_one_value() {
        TypeFacts facts = facts(NETWORK);
        var path = new ShapePath("properties.subnets");
        var named = (JsonArray) json("{a: [{name: 'x'}, {name: 'y'}]}").get("a").orElseThrow();
        var twice = (JsonArray) json("{a: [{name: 'x'}, {name: 'X'}]}").get("a").orElseThrow();
        var ids = (JsonArray) json("{a: [{name: 'x', id: '1'}, {id: '2'}]}").get("a").orElseThrow();

        assertThat(ListKey.keyOf(facts, path, named)).contains(new ListKey(List.of("name")));
        assertThat(ListKey.keyOf(facts, path, twice)).isEmpty();
        assertThat(ListKey.keyOf(facts, path, ids)).contains(new ListKey(List.of("id")));
        assertThat(ListKey.keyOf(facts, path, List.of(named, ids))).isEmpty();
        assertThat(ListKey.keyOf(facts, path, List.of(named, JsonArray.EMPTY)))
                .contains(new ListKey(List.of("name")));
        assertThat(ListKey.keyOf(facts, path, Json.array(Json.of("a")))).isEmpty();
    }

    @Test
    void the_last_item_that_vanished_is_a_difference() {
        Comparison comparison =
                compared(
                        NETWORK,
                        "{properties: {subnets: [{name: 'a'}]}}",
                        "{properties: {subnets: []}}");

        assertThat(comparison.same()).isFalse();
        assertThat(paths(comparison)).contains("/properties/subnets/0/name");
    }

    @Test
    void masks_and_values_that_no_get_shows_cannot_be_compared() {
        Comparison password =
                compared(
                        "Microsoft.Sql/servers",
                        "{properties: {administratorLoginPassword: 'x', version: '12.0'}}",
                        "{properties: {version: '12.0'}}");
        Comparison mask =
                compared("Microsoft.Web/sites/config", "{kind: 'REDACTED'}", "{kind: 'REDACTED'}");

        assertThat(password.same()).isTrue();
        assertThat(password.incomparable())
                .containsExactly(JsonPointer.parse("/properties/administratorLoginPassword"));
        assertThat(password.compared()).isEqualTo(1);
        assertThat(mask.incomparable()).containsExactly(JsonPointer.parse("/kind"));
    }

    @Test
    void an_unknown_property_that_differs_is_told_and_not_counted() {
        Comparison comparison =
                compared(ACCOUNT, "{properties: {brandNew: 1}}", "{properties: {brandNew: 2}}");

        assertThat(comparison.compared()).isZero();
        assertThat(comparison.differences()).hasSize(1).allMatch(d -> !d.known());
    }

    @Test
    void writable_leaves_go_from_pointer_to_value_in_order() {
        TypeFacts facts = facts(NETWORK);
        JsonObject body =
                json(
                        """
                        {id: 'x', location: 'l', tags: {a: '1'}, properties: {
                         addressSpace: {addressPrefixes: ['10.0.0.0/16']}, provisioningState: 'Succeeded',
                         subnets: [{name: 's', etag: 'e', properties: {addressPrefix: '10.0.0.0/24'}}]}}
                        """);

        var leaves = WritableLeaves.of(facts, facts.apiVersion(), "n", body);

        assertThat(leaves.keySet())
                .extracting(JsonPointer::toString)
                .containsExactly(
                        "/location",
                        "/tags/a",
                        "/properties/addressSpace/addressPrefixes",
                        "/properties/subnets/0/name",
                        "/properties/subnets/0/properties/addressPrefix");
    }

    @Test
    void aligned_leaves_have_the_same_place_in_every_body() {
        TypeFacts facts = facts(NETWORK);
        JsonObject one = json("{properties: {subnets: [{name: 'a'}, {name: 'b'}]}}");
        JsonObject other = json("{properties: {subnets: [{name: 'B'}]}}");

        List<WritableLeaves> both =
                WritableLeaves.aligned(facts, facts.apiVersion(), "n", List.of(one, other));

        var place = new Place("/properties/subnets/[name=b]/name");
        assertThat(both.getFirst().leaves().get(place)).isNotNull();
        assertThat(both.getLast().leaves().get(place)).isNotNull();
    }
}
