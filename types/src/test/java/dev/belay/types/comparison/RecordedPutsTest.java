package dev.belay.types.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceType;
import dev.belay.types.catalog.Catalog;
import dev.belay.types.catalog.TypeFacts;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Evidence: recorded. What clients sent and real ARM accepted is mostly writable by the catalog,
 * and shown again by the next GET.
 */
class RecordedPutsTest {

    private final Set<ResourceType> types = new HashSet<>();
    private final Map<String, Integer> stripped = new HashMap<>();
    private final Map<String, Integer> changed = new HashMap<>();
    private int leaves;
    private int shownAgain;
    private int strippedPlaces;

    @Test
    void what_was_sent_is_writable_and_shown_again() throws IOException {
        List<RecordedPuts> puts = RecordedPuts.read();

        puts.forEach(
                put ->
                        Catalog.standard()
                                .type(put.id().type())
                                .ifPresent(facts -> check(put, facts)));

        String what = stripped + " " + changed;
        assertThat(types.size()).as(what).isGreaterThan(100);
        assertThat(leaves).as(what).isGreaterThan(7_000);
        // clients that send back what a GET showed: provisioningState, etag, resourceGuid,
        // vaultUri,
        // and the metadata that policy writes by itself
        assertThat(strippedPlaces * 100).as(what).isLessThan(leaves * 3);
        assertThat(shownAgain * 100).as(what).isGreaterThan(leaves * 96);
    }

    private void check(RecordedPuts put, TypeFacts facts) {
        types.add(facts.type());
        List<WritableLeaves> both =
                WritableLeaves.aligned(
                        facts, put.apiVersion(), put.id().name(), List.of(put.sent(), put.shown()));
        WritableLeaves sent = both.getFirst();
        WritableLeaves shown = both.getLast();
        sent.sanitised().stripped().stream()
                .filter(pointer -> pointer.segments().size() > 1)
                .forEach(
                        pointer -> {
                            strippedPlaces++;
                            stripped.merge(facts.type() + " " + pointer, 1, Integer::sum);
                        });
        sent.leaves()
                .forEach(
                        (place, leaf) -> {
                            if (leaf.writeOnly()) {
                                return;
                            }
                            leaves++;
                            Leaf again = shown.leaves().get(place);
                            if (again != null && leaf.same(again)) {
                                shownAgain++;
                            } else {
                                changed.merge(facts.type() + " " + leaf.path(), 1, Integer::sum);
                            }
                        });
    }
}
