package dev.belay.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.Scope;
import dev.belay.transaction.log.LogRecord;
import dev.belay.transaction.log.TransactionLog;
import dev.belay.transaction.log.TransactionLogContract;
import dev.belay.transaction.log.TransactionStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

final class FileTransactionStoreTest extends TransactionLogContract {

    @TempDir Path directory;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private FileTransactionStore store =
            new FileTransactionStore(Path.of("unset"), "host", () -> now, _ -> {});
    private boolean opened;

    @Override
    protected TransactionStore store() {
        if (!opened) {
            store = open();
            opened = true;
        }
        return store;
    }

    private FileTransactionStore open() {
        return new FileTransactionStore(
                directory.resolve("deep/store"), "host", () -> now, _ -> {});
    }

    @Override
    protected void passRealTime(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    protected void ownersDie() {
        store.abandonLeases();
        store = open();
    }

    @Test
    void looking_for_something_makes_no_folder() {
        assertThat(store().transactions()).isEmpty();
        assertThat(store().find("t1")).isEmpty();
        assertThat(directory.resolve("deep")).doesNotExist();
    }

    @Test
    void another_store_on_the_same_folder_sees_everything() {
        TransactionLog log = store().create("t1", 1);
        log.append(new LogRecord(1, "one"));
        log.post(new LogRecord(1, "cancel"));

        TransactionLog seen = open().find("t1").orElseThrow();

        assertThat(seen.records()).containsExactly(new LogRecord(1, "one"));
        assertThat(seen.inbox()).containsExactly(new LogRecord(1, "cancel"));
    }

    @Test
    void messages_keep_their_order_whoever_posts_them() {
        store().create("t1", 1);
        for (int i = 0; i < 12; i++) {
            open().find("t1").orElseThrow().post(new LogRecord(1, "message " + i));
        }

        assertThat(store().find("t1").orElseThrow().inbox())
                .extracting(LogRecord::text)
                .element(11)
                .isEqualTo("message 11");
    }

    @Test
    void a_record_that_slips_in_while_the_log_is_taken_over_counts_and_no_later_one_does()
            throws IOException {
        TransactionLog former = store().create("t1", 1);
        former.append(new LogRecord(1, "one"));
        Path folder = directory.resolve("deep/store/transactions/t1");
        SegmentHead seen = SegmentChain.read(folder).next(2);
        former.append(new LogRecord(1, "slipped in"));
        Segment.create(folder, seen).close();

        Segment.replace(folder, SegmentChain.settle(folder, seen)).close();

        assertThatThrownBy(() -> former.append(new LogRecord(1, "late")))
                .hasMessageContaining("another process has taken it over");
        assertThat(open().find("t1").orElseThrow().records())
                .extracting(LogRecord::text)
                .containsExactly("one", "slipped in");
    }

    @Test
    void an_id_that_is_no_file_name_is_no_transaction() {
        assertThat(store().find("../t1")).isEmpty();
        assertThat(store().find("")).isEmpty();
    }

    @Test
    void nobody_but_the_owner_may_read_what_is_kept() throws IOException {
        TransactionLog log = store().create("t1", 1);
        log.append(new LogRecord(1, "one"));
        log.putBlob("blob");
        log.post(new LogRecord(1, "message"));
        store().leases("tenant").acquire("t1", List.of(scope()), Duration.ofMinutes(3));

        var open = new ArrayList<Path>();
        try (Stream<Path> all = Files.walk(directory.resolve("deep"))) {
            for (Path path : all.toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                if (!mode.endsWith("------")) {
                    open.add(path);
                }
            }
        }

        assertThat(open).isEmpty();
    }

    private static Scope scope() {
        return new Scope.ResourceGroup("s", "shop");
    }
}
