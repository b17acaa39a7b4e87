package dev.belay.transaction.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.Resource;
import dev.belay.arm.ResourceId;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonReader;
import dev.belay.transaction.change.Evidence.Touch;
import dev.belay.transaction.snapshot.Sent;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.SnapshotEntry;
import dev.belay.types.catalog.Catalog;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class FailedStateTest {

    private static final ResourceId NETWORK =
            ResourceId.of(
                    "/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg/providers"
                        + "/Microsoft.Network/virtualNetworks/net");
    private static final ResourceId SUBNET = NETWORK.child("subnets", "Inner");
    private static final String BEFORE =
            "{properties:{provisioningState:'Succeeded',subnets:[{name:'Inner',properties:{provisioningState:'Succeeded'}}]}}";
    private static final String AFTER =
            BEFORE.replace(
                    "properties:{provisioningState:'Succeeded'}}]",
                    "properties:{provisioningState:'Failed'}}]");

    @Test
    void a_failed_subnet_of_ours_is_a_place_of_its_network() {
        assertThat(places(Map.of(SUBNET, Touch.ATTEMPTED), BEFORE, AFTER))
                .containsExactly(
                        JsonPointer.parse(
                                "/properties/subnets/[name=inner]/properties/provisioningState"));
    }

    @Test
    void a_subnet_that_others_left_failed_or_that_was_so_before_is_none() {
        assertThat(places(Map.of(), BEFORE, AFTER)).isEmpty();
        assertThat(places(Map.of(SUBNET, Touch.ATTEMPTED), AFTER, AFTER)).isEmpty();
    }

    @Test
    void a_failed_resource_is_a_place_if_we_wrote_it() {
        String failed = BEFORE.replaceFirst("Succeeded", "Canceled");

        assertThat(places(Map.of(NETWORK, Touch.ATTEMPTED), BEFORE, failed))
                .containsExactly(JsonPointer.parse("/properties/provisioningState"));
        assertThat(places(Map.of(), BEFORE, failed)).isEmpty();
    }

    private static List<JsonPointer> places(
            Map<ResourceId, Touch> touches, String before, String live) {
        var nothing = new Snapshot(Instant.EPOCH, new LinkedHashMap<>(), List.of());
        var evidence =
                new Evidence(
                        nothing,
                        new Sent(new LinkedHashMap<>()),
                        Later.none(nothing),
                        touches,
                        Map.of(),
                        true);
        return FailedState.ours(
                evidence, new TypeKnowledge(Catalog.standard()), present(before), present(live));
    }

    private static SnapshotEntry.Present present(String body) {
        var json = (JsonObject) JsonReader.lenient().read(body);
        return new SnapshotEntry.Present(
                new Resource(NETWORK, "2023-09-01", json), Optional.empty());
    }
}
