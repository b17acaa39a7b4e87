package dev.belay.transaction.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceId;
import dev.belay.json.JsonObject;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.journal.RecordedRequest.OnFailure;
import dev.belay.transaction.log.StoreException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The store's disk is full, at every write in turn. */
final class FullStoreTest {

    private static final int MORE_THAN_ANY_RUN_WRITES = 200;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothing_more_is_sent_and_the_resume_ends_what_was_begun(boolean fails) {
        for (int write = 1; write <= MORE_THAN_ANY_RUN_WRITES; write++) {
            if (wasEnough(write, fails)) {
                assertThat(write).as("writes that failed").isGreaterThan(10);
                return;
            }
        }
        throw new AssertionError("A deployment without end.");
    }

    private static Bench bench(boolean fails) {
        var bench = new Bench();
        if (fails) {
            bench.arm.failAt(Bench.LAST);
        }
        return bench;
    }

    /** Whether the run ended before its store was full. */
    private static boolean wasEnough(int write, boolean fails) {
        Bench bench = bench(fails);
        Map<ResourceId, JsonObject> before = new LinkedHashMap<>(bench.arm.resources);
        int[] asked = {0};
        var full = new FullStore(write, () -> asked[0] = bench.arm.asked);
        Optional<StoreException> thrown = Optional.empty();
        try {
            bench.transactions(full.over(bench.store))
                    .deploy(Bench.request(OnFailure.ROLLBACK), _ -> {});
        } catch (StoreException stopped) {
            thrown = Optional.of(stopped);
        }
        if (!full.full()) {
            return true;
        }
        assertThat(bench.arm.asked).as("requests after write " + write).isEqualTo(asked[0]);
        bench.store.ownersDied();
        List<TransactionSummary> left = bench.transactions().list();
        if (left.isEmpty()) {
            assertThat(thrown.orElseThrow()).hasMessage(FullStore.FULL);
            assertThat(bench.arm.resources).isEqualTo(before);
            return false;
        }
        boolean finished = left.getFirst().finished();
        thrown.ifPresent(
                stopped ->
                        assertThat(stopped.advice().orElseThrow())
                                .contains((finished ? "show " : "resume ") + left.getFirst().id()));
        assertThat(finished || thrown.isPresent()).isTrue();
        resume(bench, left.getFirst().id(), before, fails, write);
        return false;
    }

    private static void resume(
            Bench bench, String id, Map<ResourceId, JsonObject> before, boolean fails, int write) {
        Verdict verdict =
                Bench.report(
                                bench.transactions()
                                        .resume(id, Optional.empty(), _ -> {})
                                        .orElseThrow()
                                        .outcome())
                        .verdict();

        Verdict usual = fails ? Verdict.RESTORED : Verdict.COMMITTED;
        assertThat(Set.of(usual, Verdict.UNTOUCHED)).as("write " + write).contains(verdict);
        if (verdict == Verdict.COMMITTED) {
            assertThat(bench.arm.resources).containsKeys(Bench.NEW, Bench.LAST);
        } else {
            assertThat(bench.arm.resources).as("write " + write).isEqualTo(before);
        }
    }

    @Test
    void a_store_that_is_full_from_the_start_stops_a_resume_before_anything_is_sent() {
        Bench bench = bench(true);
        for (int write = 1; write < 4; write++) {
            int[] asked = {-1};
            var full = new FullStore(8, () -> {});
            try {
                bench.transactions(full.over(bench.store))
                        .deploy(Bench.request(OnFailure.ROLLBACK), _ -> {});
            } catch (StoreException _) {
                bench.store.ownersDied();
            }
            String id = bench.transactions().list().getLast().id();
            var again = new FullStore(write, () -> asked[0] = bench.arm.writes.size());
            Optional<StoreException> thrown = Optional.empty();
            try {
                bench.transactions(again.over(bench.store)).resume(id, Optional.empty(), _ -> {});
            } catch (StoreException stopped) {
                thrown = Optional.of(stopped);
            }

            assertThat(thrown).isPresent();
            assertThat(bench.arm.writes).hasSize(asked[0]);
            bench.store.ownersDied();
            assertThat(
                            Bench.report(
                                            bench.transactions()
                                                    .resume(id, Optional.empty(), _ -> {})
                                                    .orElseThrow()
                                                    .outcome())
                                    .verdict())
                    .isIn(Verdict.RESTORED, Verdict.UNTOUCHED);
        }
    }
}
