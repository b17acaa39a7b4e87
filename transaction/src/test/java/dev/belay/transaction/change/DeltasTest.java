package dev.belay.transaction.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.Resource;
import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.transaction.snapshot.Sent;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.SnapshotEntry;
import dev.belay.types.catalog.Catalog;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

class DeltasTest {

    private static final ResourceId ID =
            ResourceId.of(
                    "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/"
                            + "networkSecurityGroups/web");
    private static final TypeKnowledge KNOWLEDGE = new TypeKnowledge(Catalog.standard());
    private static final Sent NOTHING = sent("{}");

    private static SnapshotEntry.Present present(String body) {
        return new SnapshotEntry.Present(
                new Resource(ID, "2023-09-01", object(body)), Optional.empty());
    }

    private static Snapshot of(SnapshotEntry entry) {
        var entries = new LinkedHashMap<ResourceId, SnapshotEntry>();
        entries.put(entry.id(), entry);
        return new Snapshot(Instant.EPOCH, entries, List.of());
    }

    private static Sent sent(String body) {
        var bodies = new LinkedHashMap<ResourceId, JsonObject>();
        bodies.put(ID, object(body));
        return new Sent(bodies);
    }

    private static JsonObject object(String text) {
        return (JsonObject) JsonReader.lenient().read(text);
    }

    /** One line per property: {@code path: before > after}. */
    private static List<String> lines(String before, String after, Sent sent) {
        return Deltas.between(of(present(before)), of(present(after)), sent, KNOWLEDGE).stream()
                .flatMap(delta -> delta.properties().stream())
                .map(
                        property ->
                                property.path()
                                        + ": "
                                        + text(property.before())
                                        + " > "
                                        + text(property.after()))
                .toList();
    }

    private static String text(Optional<Json> value) {
        return value.map(Json::toText).orElse("none");
    }

    @Test
    void what_differs_is_told_property_by_property_and_read_only_places_are_not() {
        assertThat(
                        lines(
                                "{location:'w',etag:'a',tags:{release:'1',gone:'x'},properties:{provisioningState:'Updating'}}",
                                "{location:'w',etag:'b',tags:{release:'2',come:'y'},properties:{provisioningState:'Succeeded'}}",
                                NOTHING))
                .containsExactlyInAnyOrder(
                        "/tags/release: \"1\" > \"2\"",
                        "/tags/gone: \"x\" > none",
                        "/tags/come: none > \"y\"");
    }

    @Test
    void items_of_a_list_are_told_by_their_key() {
        String rules =
                "{location:'w',properties:{securityRules:[{name:'a',properties:{priority:%s}},{name:'b',properties:{priority:7}}]}}";

        assertThat(lines(rules.formatted("1"), rules.formatted("2"), NOTHING))
                .containsExactly("/properties/securityRules/[name=a]/properties/priority: 1 > 2");
    }

    @Test
    void a_resource_that_came_or_went_is_one_change() {
        var absent = new SnapshotEntry.Absent(ID, "2023-09-01");
        Snapshot there = of(present("{location:'w'}"));

        assertThat(Deltas.between(of(absent), there, NOTHING, KNOWLEDGE))
                .containsExactly(new Delta(ID, Delta.Kind.CREATED, List.of()));
        assertThat(Deltas.between(there, of(absent), NOTHING, KNOWLEDGE))
                .containsExactly(new Delta(ID, Delta.Kind.DELETED, List.of()));
        assertThat(Deltas.between(there, there, NOTHING, KNOWLEDGE)).isEmpty();
    }

    @Test
    void where_a_secret_was_sent_neither_value_is_told() {
        Sent sent = sent("{tags:{key:{'$belay':'secure'},link:{'$belay':'deferred'}}}");

        assertThat(
                        lines(
                                "{location:'w',tags:{key:'old',link:'l1',open:'1'}}",
                                "{location:'w',tags:{key:'new',link:'l2',open:'2'}}",
                                sent))
                .containsExactlyInAnyOrder(
                        "/tags/key: \"[secure]\" > \"[secure]\"",
                        "/tags/link: \"[computed by the deployment]\" > \"[computed by the"
                                + " deployment]\"",
                        "/tags/open: \"1\" > \"2\"");
    }

    @Test
    void in_a_list_every_item_is_masked_alike_and_names_of_secrets_count_too() {
        Sent sent = sent("{properties:{list:[{name:'x',value:{'$belay':'secure'}}]}}");
        var mask = new SecretMask(KNOWLEDGE, sent);

        assertThat(
                        mask.of(
                                        present(
                                                "{properties:{list:[{name:'y',value:'s1'},{name:'x',value:'s2'}],adminPassword:'s3'}}"))
                                .toText())
                .contains("\"y\"", "\"x\"")
                .doesNotContain("s1", "s2", "s3");
    }
}
