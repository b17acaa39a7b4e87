package dev.belay.transaction.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.Method;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.journal.RecordedRequest.OnFailure;
import dev.belay.transaction.log.HoldPoint;
import dev.belay.transaction.log.HoldingTransactionStore;
import dev.belay.transaction.log.LeaseAnswer;
import dev.belay.transaction.log.StoreException;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class ResumeTest {

    private final Bench bench = new Bench();
    private final Map<?, ?> before = new LinkedHashMap<>(bench.arm.resources);
    private final List<TransactionEvent> told = new ArrayList<>();

    /** The records of a deployment: Opened 1, SnapshotTaken 2, DeploymentSubmitted 3. */
    private static final int SUBMITTED = 3;

    private String killed(int entry, HoldPoint.Side side) {
        Runnable dies =
                () -> {
                    throw new IllegalStateException("killed");
                };
        var store = new HoldingTransactionStore(bench.store, new HoldPoint(entry, side), dies);
        assertThatThrownBy(
                        () ->
                                bench.transactions(store)
                                        .deploy(Bench.request(OnFailure.ROLLBACK), _ -> {}))
                .hasMessage("killed");
        return bench.transactions().list().getLast().id();
    }

    private Resumption resume(String id) {
        return bench.transactions().resume(id, Optional.empty(), told::add).orElseThrow();
    }

    private Report resumed(String id) {
        return Bench.report(resume(id).outcome());
    }

    @Test
    void what_was_not_sent_yet_is_untouched() {
        String id = killed(2, HoldPoint.Side.AFTER);
        bench.store.ownersDied();

        assertThat(resumed(id).verdict()).isEqualTo(Verdict.UNTOUCHED);
        assertThat(bench.arm.resources).isEqualTo(before);
    }

    @Test
    void what_arm_never_got_is_untouched_and_is_not_sent_by_the_resume() {
        String id = killed(SUBMITTED, HoldPoint.Side.AFTER);
        bench.store.ownersDied();

        Report report = resumed(id);

        assertThat(report.verdict()).isEqualTo(Verdict.UNTOUCHED);
        assertThat(bench.arm.resources).isEqualTo(before);
    }

    @Test
    void what_arm_has_is_adopted_and_followed_to_its_end() {
        String id = killed(SUBMITTED + 1, HoldPoint.Side.BEFORE);
        bench.store.ownersDied();

        Report report = resumed(id);

        assertThat(report.verdict()).isEqualTo(Verdict.COMMITTED);
        assertThat(bench.arm.resources).containsKeys(Bench.NEW, Bench.LAST);
    }

    @Test
    void what_others_changed_while_arm_never_got_it_is_left_as_it_is() {
        String id = killed(SUBMITTED, HoldPoint.Side.AFTER);
        bench.store.ownersDied();
        bench.arm.resources.put(
                Bench.OLD, Bench.json("{location:'westus',tags:{a:'theirs'},properties:{}}"));
        bench.arm.resources.remove(Bench.RULES);
        var theirs = new LinkedHashMap<>(bench.arm.resources);

        Report report = resumed(id);

        assertThat(report.verdict()).isEqualTo(Verdict.UNTOUCHED);
        assertThat(bench.arm.resources).isEqualTo(theirs);
    }

    @Test
    void a_finished_one_says_so_and_exits_as_it_did() {
        Report report = bench.deploy(OnFailure.ROLLBACK);

        Report again = resumed(report.transaction().orElseThrow());

        assertThat(again.verdict()).isEqualTo(Verdict.COMMITTED);
        assertThat(again.notes()).anyMatch(note -> note.contains("finished already"));
    }

    @Test
    void one_that_ended_at_a_lock_goes_on_once_the_lock_is_gone() {
        bench.arm.failAt(Bench.LAST);
        bench.arm.lock();
        Report locked = bench.deploy(OnFailure.ROLLBACK);
        String id = locked.transaction().orElseThrow();

        Report still = resumed(id);
        bench.arm.unlock();
        Report gone = resumed(id);

        assertThat(locked.notes()).anyMatch(note -> note.contains("belay resume " + id));
        assertThat(still.verdict()).isEqualTo(Verdict.RESTORED_WITH_RESIDUE);
        assertThat(gone.verdict()).isEqualTo(Verdict.RESTORED);
        assertThat(gone.notes()).isEmpty();
        assertThat(bench.arm.resources).isEqualTo(before);
    }

    @Test
    void an_unknown_one_is_none() {
        assertThat(bench.transactions().resume("nothing", Optional.empty(), told::add)).isEmpty();
    }

    @Test
    void at_another_arm_it_is_refused_and_stays_as_it_is() {
        String id = killed(2, HoldPoint.Side.AFTER);
        bench.store.ownersDied();
        bench.origin = "embedded:another";

        Report report = resumed(id);

        assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(report.failure().orElseThrow().error().code()).isEqualTo("OtherOrigin");
        bench.origin = "embedded:test";
        assertThat(resumed(id).verdict()).isEqualTo(Verdict.UNTOUCHED);
    }

    @Test
    void the_lease_of_an_owner_elsewhere_is_waited_for_and_that_is_said() {
        String id = killed(2, HoldPoint.Side.AFTER);

        Report report = resumed(id);

        assertThat(report.verdict()).isEqualTo(Verdict.UNTOUCHED);
        assertThat(bench.real).isBetween(LeaseTerms.USUAL, LeaseTerms.USUAL.plusSeconds(1));
        assertThat(told)
                .first()
                .isInstanceOfSatisfying(
                        TransactionEvent.Waiting.class,
                        waiting -> assertThat(waiting.reason()).contains("holds the lease"));
    }

    @Test
    void an_owner_who_renews_is_alive_and_the_resume_refused() {
        String id = killed(2, HoldPoint.Side.AFTER);
        var book = bench.store.leases("t");
        var lease = book.living().getFirst();

        bench.whileRealTimePasses = () -> book.renew(lease, LeaseTerms.USUAL);

        Report report = resumed(id);
        assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(report.failure().orElseThrow().error().code()).isEqualTo("LeaseHeld");
    }

    @Test
    void a_rollback_of_what_a_dead_owner_left_exits_like_a_rollback_when_resumed() {
        String id = killed(SUBMITTED + 2, HoldPoint.Side.AFTER);
        bench.store.ownersDied();
        Runnable dies =
                () -> {
                    throw new IllegalStateException("killed");
                };
        var store =
                new HoldingTransactionStore(
                        bench.store, new HoldPoint(1, HoldPoint.Side.AFTER), dies);
        assertThatThrownBy(
                        () ->
                                bench.transactions(store)
                                        .rollback(id, Bench.accepting(false), _ -> {}))
                .hasMessage("killed");
        bench.store.ownersDied();

        Resumption resumption = resume(id);

        assertThat(resumption.ofRollback()).isTrue();
        assertThat(Bench.report(resumption.outcome()).verdict()).isEqualTo(Verdict.RESTORED);
        assertThat(bench.arm.resources).isEqualTo(before);
    }

    @Test
    void a_lease_is_renewed_in_a_long_wait_and_before_a_write() {
        var book = bench.store.leases("tenant");
        var scopes = List.<Scope>of(new Scope.ResourceGroup("s", "rg"));
        var lease = ((LeaseAnswer.Granted) book.acquire("t", scopes, LeaseTerms.USUAL)).lease();
        var keeper = new LeaseKeeper(book, bench.outside(bench.store), lease, bench.real);

        keeper.pass(Duration.ofMinutes(30), piece -> bench.real = bench.real.plus(piece));

        assertThat(book.living()).hasSize(1);
        assertThat(book.living().getFirst().fence()).isEqualTo(lease.fence());
    }

    @Test
    void an_owner_whose_lease_was_taken_over_sends_nothing_any_more() {
        var book = bench.store.leases("tenant");
        var scopes = List.<Scope>of(new Scope.ResourceGroup("s", "rg"));
        var lease = ((LeaseAnswer.Granted) book.acquire("t", scopes, LeaseTerms.USUAL)).lease();
        var outside = bench.outside(bench.store);
        var client = outside.client(new LeaseKeeper(book, outside, lease, bench.real));
        bench.real = Duration.ofMinutes(4);
        book.acquire("t", scopes, LeaseTerms.USUAL);

        assertThatThrownBy(
                        () ->
                                client.send(
                                        ArmRequest.of(Method.DELETE, URI.create(Bench.OLD.path()))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("taken over");
        assertThat(bench.arm.resources).isEqualTo(before);
    }
}
