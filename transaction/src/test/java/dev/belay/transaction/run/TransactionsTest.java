package dev.belay.transaction.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.wire.Method;
import dev.belay.transaction.change.Finding;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.journal.RecordedRequest.OnFailure;
import dev.belay.transaction.log.HoldPoint;
import dev.belay.transaction.log.HoldingTransactionStore;
import dev.belay.transaction.log.LogRecord;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;

class TransactionsTest {

    private static final String BYSTANDER_RULES =
            "{location:'westus',properties:{securityRules:["
                    + Bench.rule("tls", "443")
                    + ","
                    + Bench.rule("theirs", "22")
                    + "]}}";

    @Test
    void a_success_is_committed_and_kept() {
        var bench = new Bench();

        Report report = bench.deploy(OnFailure.ROLLBACK);

        assertThat(report.verdict()).isEqualTo(Verdict.COMMITTED);
        assertThat(bench.arm.resources).containsKeys(Bench.NEW, Bench.LAST);
        assertThat(bench.transactions().list())
                .extracting(TransactionSummary::finished)
                .containsExactly(true);
    }

    @Test
    void a_deployment_that_fails_half_way_leaves_the_group_as_it_was() {
        var bench = new Bench();
        var before = new LinkedHashMap<>(bench.arm.resources);
        bench.arm.failAt(Bench.LAST);

        Report report = bench.deploy(OnFailure.ROLLBACK);

        assertThat(report.verdict()).isEqualTo(Verdict.RESTORED);
        assertThat(bench.arm.resources).isEqualTo(before);
        assertThat(report.failure().orElseThrow().error().code()).isEqualTo("Boom");
        assertThat(report.proof().provenAbsent()).isEqualTo(2);
        assertThat(report.proof().comparedProperties()).isPositive();
        assertThat(bench.arm.writes)
                .containsExactly("DEPLOY", "DELETE new", "PUT old", "PUT rules");
    }

    @Test
    void a_lost_answer_to_the_deployment_is_looked_for_and_not_sent_again() {
        var bench = new Bench();
        bench.arm.loseOneAnswer(r -> r.method() == Method.PUT);

        Report report = bench.deploy(OnFailure.ROLLBACK);

        assertThat(report.verdict()).isEqualTo(Verdict.COMMITTED);
        assertThat(bench.arm.writes).containsExactly("DEPLOY");
    }

    @Test
    void a_lost_answer_to_an_undo_is_read_again() {
        var bench = new Bench();
        var before = new LinkedHashMap<>(bench.arm.resources);
        bench.arm.failAt(Bench.LAST);
        bench.arm.loseOneAnswer(
                r -> r.method() == Method.PUT && r.uri().getPath().endsWith("/old"));

        Report report = bench.deploy(OnFailure.ROLLBACK);

        assertThat(report.verdict()).isEqualTo(Verdict.RESTORED);
        assertThat(bench.arm.resources).isEqualTo(before);
    }

    @Test
    void what_others_do_meanwhile_is_left_and_named() {
        var bench = new Bench();
        var stranger = Bench.id("stranger");
        bench.arm.failAt(Bench.LAST);
        bench.arm.meanwhile(
                () -> {
                    bench.arm.resources.put(stranger, Bench.rules("x", "1"));
                    bench.arm.resources.put(Bench.RULES, Bench.json(BYSTANDER_RULES));
                });

        Report report = bench.deploy(OnFailure.ROLLBACK);

        assertThat(report.verdict()).isEqualTo(Verdict.RESTORED);
        assertThat(report.leftAlone())
                .extracting(Finding::id)
                .containsExactlyInAnyOrder(stranger, Bench.RULES);
        assertThat(bench.arm.resources).containsKey(stranger);
        assertThat(bench.arm.body(Bench.RULES).toText())
                .contains("theirs", "\"web\"")
                .doesNotContain("\"tls\"");
    }

    @Test
    void an_undo_after_a_success_deletes_only_when_that_is_accepted() {
        var bench = new Bench();
        var before = new LinkedHashMap<>(bench.arm.resources);
        Report committed = bench.deploy(OnFailure.ROLLBACK);

        Report refused = bench.rollback(committed, false);
        Report undone = bench.rollback(committed, true);
        Report again = bench.rollback(committed, true);

        assertThat(refused.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(refused.failure().orElseThrow().error().message())
                .contains(Bench.NEW.path(), Bench.LAST.path());
        assertThat(undone.verdict()).isEqualTo(Verdict.RESTORED);
        assertThat(bench.arm.resources).isEqualTo(before);
        assertThat(again.verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void a_later_change_by_others_survives_property_by_property() {
        var bench = new Bench();
        Report committed = bench.deploy(OnFailure.ROLLBACK);
        bench.arm.resources.put(
                Bench.OLD,
                Bench.json("{location:'westus',tags:{a:'9',b:'3',c:'4'},properties:{}}"));

        Report undone = bench.rollback(committed, true);

        assertThat(undone.verdict()).isEqualTo(Verdict.RESTORED_WITH_RESIDUE);
        assertThat(bench.arm.body(Bench.OLD))
                .isEqualTo(Bench.json("{location:'westus',tags:{a:'9',c:'4'},properties:{}}"));
        assertThat(undone.residue().getFirst().paths().toString()).isEqualTo("[/tags/a]");
        assertThat(undone.leftAlone().getFirst().paths().toString()).isEqualTo("[/tags/c]");
    }

    @Test
    void an_undo_waits_for_later_transactions_to_be_undone() {
        var bench = new Bench();
        Report first = bench.deploy(OnFailure.ROLLBACK);
        Report second = bench.deploy(OnFailure.ROLLBACK);

        Report refused = bench.rollback(first, true);

        assertThat(refused.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(refused.failure().orElseThrow().error().message())
                .contains(second.transaction().orElseThrow());
    }

    @Test
    void a_kept_failure_is_left_and_can_be_undone_later() {
        var bench = new Bench();
        var before = new LinkedHashMap<>(bench.arm.resources);
        bench.arm.failAt(Bench.LAST);

        Report kept = bench.deploy(OnFailure.KEEP);
        Report undone = bench.rollback(kept, false);

        assertThat(kept.verdict()).isEqualTo(Verdict.KEPT);
        assertThat(undone.verdict()).isEqualTo(Verdict.RESTORED);
        assertThat(bench.arm.resources).isEqualTo(before);
    }

    @Test
    void a_lock_in_the_way_is_residue() {
        var bench = new Bench();
        bench.arm.failAt(Bench.LAST);
        bench.arm.lock();

        Report report = bench.deploy(OnFailure.ROLLBACK);

        assertThat(report.verdict()).isEqualTo(Verdict.RESTORED_WITH_RESIDUE);
        assertThat(report.residue()).extracting(Finding::id).containsExactly(Bench.NEW);
    }

    @Test
    void a_stop_before_the_deployment_is_sent_touches_nothing() {
        var bench = new Bench();
        bench.stop = StopSignal.Asked.CANCEL;

        Report report = bench.deploy(OnFailure.ROLLBACK);

        assertThat(report.verdict()).isEqualTo(Verdict.UNTOUCHED);
        assertThat(bench.arm.writes).isEmpty();
    }

    @Test
    void held_at_every_entry_another_run_brings_the_group_back() {
        int entry = 1;
        while (undoneAfterHold(new HoldPoint(entry, HoldPoint.Side.BEFORE))
                && undoneAfterHold(new HoldPoint(entry, HoldPoint.Side.AFTER))) {
            entry++;
        }
        assertThat(entry).isGreaterThan(12);
    }

    /** Returns false if the run ended before the entry. */
    private static boolean undoneAfterHold(HoldPoint point) {
        var bench = new Bench();
        var before = new LinkedHashMap<>(bench.arm.resources);
        bench.arm.failAt(Bench.LAST);
        var held = new boolean[1];
        var holding =
                new HoldingTransactionStore(
                        bench.store,
                        point,
                        () -> {
                            held[0] = true;
                            throw new IllegalStateException("held");
                        });
        Transactions first = bench.transactions(holding);
        if (!holds(first, held)) {
            return false;
        }
        bench.store.ownersDied();
        List<TransactionSummary> known = bench.transactions().list();
        if (!known.isEmpty()) {
            refusesAnotherWhileUnfinished(bench, known.getFirst());
            Report report =
                    Bench.report(
                            bench.transactions()
                                    .rollback(
                                            known.getFirst().id(), Bench.accepting(false), _ -> {})
                                    .orElseThrow());
            assertThat(report.verdict())
                    .as("held %s", point)
                    .isIn(Verdict.RESTORED, Verdict.UNTOUCHED, Verdict.SKIPPED);
        }
        assertThat(bench.arm.resources).as("held %s", point).isEqualTo(before);
        return true;
    }

    private static boolean holds(Transactions first, boolean[] held) {
        try {
            first.deploy(Bench.request(OnFailure.ROLLBACK), _ -> {});
            return held[0];
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("held");
            return true;
        }
    }

    private static void refusesAnotherWhileUnfinished(Bench bench, TransactionSummary known) {
        if (!known.finished()) {
            Report refused = bench.deploy(OnFailure.ROLLBACK);
            assertThat(refused.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(refused.failure().orElseThrow().error().message()).contains(known.id());
        }
    }

    @Test
    void a_stop_at_once_leaves_a_transaction_that_a_rollback_finishes() {
        var bench = new Bench();
        var before = new LinkedHashMap<>(bench.arm.resources);
        bench.arm.meanwhile(() -> bench.stop = StopSignal.Asked.STOP_NOW);

        var outcome = bench.transactions().deploy(Bench.request(OnFailure.ROLLBACK), _ -> {});
        bench.stop = StopSignal.Asked.NOTHING;
        String id = ((TransactionOutcome.Stopped) outcome).transaction();
        Report report =
                Bench.report(
                        bench.transactions()
                                .rollback(id, Bench.accepting(false), _ -> {})
                                .orElseThrow());

        assertThat(report.verdict()).isEqualTo(Verdict.RESTORED);
        assertThat(bench.arm.resources).isEqualTo(before);
    }

    @Test
    void a_broken_log_is_not_read_over() {
        var bench = new Bench();
        var log = bench.store.create("broken", 1);

        log.append(new LogRecord(1, "{\"entry\":\"Nothing\"}"));

        assertThatThrownBy(() -> bench.transactions().list())
                .isInstanceOf(IllegalStateException.class);
    }
}
