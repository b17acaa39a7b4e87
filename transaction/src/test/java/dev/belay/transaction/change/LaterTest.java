package dev.belay.transaction.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.Resource;
import dev.belay.arm.ResourceId;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.SnapshotEntry;
import dev.belay.types.catalog.Catalog;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

class LaterTest {

    private static final ResourceId ID =
            ResourceId.of(
                    "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/"
                            + "networkSecurityGroups/web");
    private static final TypeKnowledge KNOWLEDGE = new TypeKnowledge(Catalog.standard());

    private static final String RELEASE_2 = "{location:'w',tags:{release:'2',a:'1'},properties:{}}";
    private static final String RELEASE_3 = "{location:'w',tags:{release:'3',a:'1'},properties:{}}";

    private static Snapshot present(String body) {
        var resource = new Resource(ID, "2023-09-01", (JsonObject) JsonReader.lenient().read(body));
        return of(new SnapshotEntry.Present(resource, Optional.empty()));
    }

    private static Snapshot absent() {
        return of(new SnapshotEntry.Absent(ID, "2023-09-01"));
    }

    private static Snapshot of(SnapshotEntry entry) {
        var entries = new LinkedHashMap<ResourceId, SnapshotEntry>();
        entries.put(entry.id(), entry);
        return new Snapshot(Instant.EPOCH, entries, List.of());
    }

    private static String tags(Later later) {
        return Optional.ofNullable(later.bodies().get(ID))
                .flatMap(body -> body.at("/tags"))
                .orElseThrow()
                .toText();
    }

    @Test
    void only_places_that_the_later_one_changed_are_taken_from_what_its_undo_left() {
        Snapshot left = present("{location:'w',tags:{release:'2x',a:'theirs'},properties:{}}");

        Later later =
                Later.of(
                        KNOWLEDGE,
                        present(RELEASE_2),
                        List.of(
                                new Later.Transaction(
                                        present(RELEASE_2), present(RELEASE_3), left)));

        assertThat(tags(later)).isEqualTo("{\"release\":\"2x\",\"a\":\"1\"}");
        assertThat(later.targets()).containsExactly(ID);
    }

    @Test
    void a_later_one_that_changed_nothing_here_does_not_count() {
        Later later =
                Later.of(
                        KNOWLEDGE,
                        present(RELEASE_2),
                        List.of(
                                new Later.Transaction(
                                        present(RELEASE_2),
                                        present(RELEASE_2),
                                        present(RELEASE_3))));

        assertThat(later.bodies()).isEmpty();
        assertThat(later.after().entries()).isEqualTo(present(RELEASE_2).entries());
    }

    @Test
    void existence_is_a_place_too() {
        Later deleted =
                Later.of(
                        KNOWLEDGE,
                        present(RELEASE_2),
                        List.of(
                                new Later.Transaction(
                                        present(RELEASE_2), absent(), present(RELEASE_3))));
        Later created =
                Later.of(
                        KNOWLEDGE,
                        absent(),
                        List.of(new Later.Transaction(absent(), present(RELEASE_3), absent())));

        assertThat(deleted.after().entries()).isEqualTo(present(RELEASE_3).entries());
        assertThat(created.after().absent(ID)).isTrue();
    }

    @Test
    void of_several_the_one_undone_last_counts() {
        Later later =
                Later.of(
                        KNOWLEDGE,
                        present(RELEASE_2),
                        List.of(
                                new Later.Transaction(
                                        present(RELEASE_3), present(RELEASE_2), present(RELEASE_3)),
                                new Later.Transaction(
                                        present(RELEASE_2),
                                        present(RELEASE_3),
                                        present(RELEASE_2))));

        assertThat(tags(later)).isEqualTo("{\"release\":\"2\",\"a\":\"1\"}");
    }
}
