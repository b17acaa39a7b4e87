package dev.belay.transaction.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.Scope;
import dev.belay.transaction.snapshot.Digest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What every store must do; subclassed once per store. */
public abstract class TransactionLogContract {

    private static final Scope SUBSCRIPTION = new Scope.Subscription("s");
    private static final Scope SHOP = new Scope.ResourceGroup("s", "shop");
    private static final Scope BAR = new Scope.ResourceGroup("s", "bar");
    private static final Duration MINUTES = Duration.ofMinutes(3);

    /** An empty store. Within one test every call gives a view of the same kept things. */
    protected abstract TransactionStore store();

    /** Lets the store's real clock pass. */
    protected abstract void passRealTime(Duration duration);

    /** Makes every owner so far look dead, as when its process ended without giving leases back. */
    protected abstract void ownersDie();

    @Test
    void what_was_appended_comes_back_in_order_also_to_another_reader() {
        TransactionLog log = store().create("t1", 1);

        log.append(new LogRecord(1, "{\"a\":\"ä\"}"));
        log.append(new LogRecord(2, "second"));

        var expected = List.of(new LogRecord(1, "{\"a\":\"ä\"}"), new LogRecord(2, "second"));
        assertThat(log.records()).isEqualTo(expected);
        assertThat(store().find("t1").orElseThrow().records()).isEqualTo(expected);
    }

    @Test
    void transactions_are_listed_oldest_first() {
        store().create("t2", 1);
        store().create("t1", 2);

        assertThat(store().transactions()).containsExactly("t2", "t1");
        assertThat(store().find("t3")).isEmpty();
    }

    @Test
    void logs_of_runs_stand_beside_those_of_transactions_under_the_same_rules() {
        TransactionLog run = store().runs().create("r1", 1);
        store().create("t1", 1);

        run.append(new LogRecord(1, "opened"));
        Digest digest = run.putBlob("text");
        store().runs().find("r1").orElseThrow().post(new LogRecord(1, "cancel"));
        TransactionLog taken = store().runs().takeOver("r1", 2);
        taken.append(new LogRecord(1, "resumed"));

        assertThat(store().runs().ids()).containsExactly("r1");
        assertThat(store().transactions()).containsExactly("t1");
        assertThat(store().find("r1")).isEmpty();
        assertThat(taken.records())
                .extracting(LogRecord::text)
                .containsExactly("opened", "resumed");
        assertThat(taken.blob(digest)).contains("text");
        assertThat(taken.inbox()).hasSize(1);
        assertThatThrownBy(() -> store().runs().create("r1", 3)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store().runs().takeOver("r1", 2))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void an_id_is_used_once() {
        store().create("t1", 1);

        assertThatThrownBy(() -> store().create("t1", 2)).isInstanceOf(StoreException.class);
    }

    @Test
    void a_log_opened_for_reading_refuses_records_but_takes_messages() {
        TransactionLog owner = store().create("t1", 1);
        TransactionLog reader = store().find("t1").orElseThrow();

        reader.post(new LogRecord(1, "cancel"));

        assertThatThrownBy(() -> reader.append(new LogRecord(1, "x")))
                .isInstanceOf(StoreException.class);
        assertThat(owner.inbox()).containsExactly(new LogRecord(1, "cancel"));
        assertThat(owner.records()).isEmpty();
    }

    @Test
    void a_blob_comes_back_by_its_digest() {
        TransactionLog log = store().create("t1", 1);

        Digest digest = log.putBlob("{\"text\":\"öne\\ntwo\"}");
        log.putBlob("{\"text\":\"öne\\ntwo\"}");

        assertThat(digest).isEqualTo(Digest.ofContent("{\"text\":\"öne\\ntwo\"}"));
        assertThat(store().find("t1").orElseThrow().blob(digest))
                .contains("{\"text\":\"öne\\ntwo\"}");
        assertThat(log.blob(Digest.ofContent("other"))).isEmpty();
    }

    @Test
    void a_takeover_continues_the_log_and_what_the_old_owner_still_writes_does_not_count() {
        TransactionLog old = store().create("t1", 1);
        old.append(new LogRecord(1, "one"));
        TransactionLog taken = store().takeOver("t1", 5);

        taken.append(new LogRecord(1, "two"));
        appendIgnoringRefusal(old, new LogRecord(1, "late"));
        taken.append(new LogRecord(1, "three"));

        assertThat(store().find("t1").orElseThrow().records())
                .extracting(LogRecord::text)
                .containsExactly("one", "two", "three");
    }

    @Test
    void a_takeover_needs_a_higher_fence_and_a_transaction() {
        store().create("t1", 3);

        assertThatThrownBy(() -> store().takeOver("t1", 3)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store().takeOver("t9", 4)).isInstanceOf(StoreException.class);
    }

    @Test
    void a_scope_that_is_equal_above_or_below_a_living_lease_is_denied_to_others() {
        LeaseBook book = store().leases("tenant");
        Lease lease = granted(book.acquire("t1", List.of(SHOP), MINUTES));

        assertThat(denied(book.acquire("t2", List.of(BAR, SHOP), MINUTES))).containsExactly(lease);
        assertThat(denied(book.acquire("t2", List.of(SUBSCRIPTION), MINUTES))).hasSize(1);
        assertThat(book.acquire("t3", List.of(BAR), MINUTES))
                .isInstanceOf(LeaseAnswer.Granted.class);
        assertThat(book.living()).extracting(Lease::owner).containsExactly("t1", "t3");
    }

    @Test
    void tenants_have_books_of_their_own() {
        store().leases("a").acquire("t1", List.of(SHOP), MINUTES);

        assertThat(store().leases("b").acquire("t2", List.of(SHOP), MINUTES))
                .isInstanceOf(LeaseAnswer.Granted.class);
    }

    @Test
    void a_management_group_may_hold_everything_so_its_lease_is_in_the_way_of_all() {
        LeaseBook book = store().leases("tenant");
        var corp = new Scope.ManagementGroup("corp");
        Lease lease = granted(book.acquire("t1", List.of(corp), MINUTES));

        for (Scope other :
                List.of(SHOP, BAR, new Scope.Subscription("s9"), new Scope.ManagementGroup("b"))) {
            assertThat(denied(book.acquire("t2", List.of(other), MINUTES))).containsExactly(lease);
        }
        book.release(lease);
        Lease below = granted(book.acquire("t2", List.of(SHOP), MINUTES));

        assertThat(denied(book.acquire("t1", List.of(corp), MINUTES))).containsExactly(below);
        Lease run = granted(book.acquire("r1", List.of(BAR), MINUTES));
        assertThat(denied(book.extend(run, List.of(corp), MINUTES))).containsExactly(below);
    }

    @Test
    void a_lease_given_back_is_free_and_the_next_fence_is_higher() {
        LeaseBook book = store().leases("tenant");
        Lease first = granted(book.acquire("t1", List.of(SHOP), MINUTES));

        book.release(first);
        Lease second = granted(book.acquire("t2", List.of(SHOP), MINUTES));

        assertThat(second.fence()).isGreaterThan(first.fence());
    }

    @Test
    void an_expired_lease_is_free_and_a_renewed_one_is_not() {
        LeaseBook book = store().leases("tenant");
        Lease expired = granted(book.acquire("t1", List.of(SHOP), MINUTES));
        Lease kept = granted(book.acquire("t2", List.of(BAR), MINUTES));

        passRealTime(Duration.ofMinutes(2));
        Lease renewed = granted(book.renew(kept, MINUTES));
        passRealTime(Duration.ofMinutes(2));

        assertThat(renewed.fence()).isEqualTo(kept.fence());
        assertThat(denied(book.acquire("t3", List.of(BAR), MINUTES))).hasSize(1);
        assertThat(granted(book.acquire("t3", List.of(SHOP), MINUTES)).fence())
                .isGreaterThan(expired.fence());
    }

    @Test
    void a_lease_grows_by_scopes_that_nobody_else_has() {
        LeaseBook book = store().leases("tenant");
        Lease run = granted(book.acquire("r1", List.of(), MINUTES));
        Lease other = granted(book.acquire("t2", List.of(BAR), MINUTES));

        Lease grown = granted(book.extend(run, List.of(SHOP), MINUTES));

        assertThat(grown.fence()).isEqualTo(run.fence());
        assertThat(grown.scopes()).containsExactly(SHOP);
        assertThat(denied(book.extend(run, List.of(SUBSCRIPTION), MINUTES))).containsExactly(other);
        assertThat(denied(book.acquire("t3", List.of(SHOP), MINUTES))).containsExactly(grown);
        assertThat(granted(book.extend(run, List.of(SHOP), MINUTES)).scopes())
                .containsExactly(SHOP);
    }

    @Test
    void an_expired_lease_whose_scopes_others_have_is_neither_renewed_nor_extended() {
        LeaseBook book = store().leases("tenant");
        Lease expired = granted(book.acquire("t1", List.of(SHOP), MINUTES));
        passRealTime(Duration.ofMinutes(4));
        Lease theirs = granted(book.acquire("t2", List.of(SHOP), MINUTES));

        assertThat(denied(book.renew(expired, MINUTES))).containsExactly(theirs);
        assertThat(denied(book.extend(expired, List.of(BAR), MINUTES))).containsExactly(theirs);
    }

    @Test
    void the_same_owner_takes_over_only_when_the_older_one_is_not_alive() {
        LeaseBook book = store().leases("tenant");
        Lease old = granted(book.acquire("t1", List.of(SHOP), MINUTES));
        assertThat(denied(book.acquire("t1", List.of(SHOP), MINUTES))).containsExactly(old);

        ownersDie();
        var answer =
                (LeaseAnswer.Granted)
                        store().leases("tenant").acquire("t1", List.of(SHOP), MINUTES);

        assertThat(answer.takenOver().map(Lease::fence)).contains(old.fence());
        assertThat(answer.lease().fence()).isGreaterThan(old.fence());
        assertThat(store().leases("tenant").renew(old, MINUTES))
                .isInstanceOf(LeaseAnswer.Denied.class);
    }

    private static void appendIgnoringRefusal(TransactionLog log, LogRecord record) {
        try {
            log.append(record);
        } catch (StoreException refused) {
            assertThat(refused).hasMessageContaining("fence");
        }
    }

    private static Lease granted(LeaseAnswer answer) {
        assertThat(answer).isInstanceOf(LeaseAnswer.Granted.class);
        return ((LeaseAnswer.Granted) answer).lease();
    }

    private static List<Lease> denied(LeaseAnswer answer) {
        assertThat(answer).isInstanceOf(LeaseAnswer.Denied.class);
        return ((LeaseAnswer.Denied) answer).holders();
    }
}
