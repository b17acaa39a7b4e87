package dev.belay.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.Scope;
import dev.belay.transaction.log.LogRecord;
import dev.belay.transaction.log.StoreException;
import dev.belay.transaction.log.TransactionLog;
import dev.belay.transaction.snapshot.Digest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** What the store says of files that are not as it wrote them. */
final class DamageTest {

    private static final List<String> TEXTS = List.of("first", "second record", "third");

    @TempDir Path directory;
    private final List<String> notices = new ArrayList<>();
    private Path segment = Path.of("unset");
    private byte[] whole = {};

    @BeforeEach
    void three_records() throws IOException {
        TransactionLog log = store().create("t1", 1);
        TEXTS.forEach(text -> log.append(new LogRecord(1, text)));
        segment = Segment.file(directory.resolve("transactions/t1"), 1);
        whole = Files.readAllBytes(segment);
    }

    @Test
    void every_cut_leaves_the_records_before_it_and_is_named() throws IOException {
        for (int length = SegmentHead.SIZE; length < whole.length; length++) {
            Files.write(segment, Arrays.copyOf(whole, length));
            notices.clear();

            List<String> read = texts();

            assertThat(read).isEqualTo(TEXTS.subList(0, read.size()));
            assertThat(read.size()).isLessThan(TEXTS.size());
            int end = SegmentHead.SIZE;
            for (String text : read) {
                end += Frame.HEAD + 4 + text.length() + Frame.TAIL;
            }
            if (length > end) {
                assertThat(notices).singleElement().asString().contains("log-").contains("" + end);
            } else {
                assertThat(notices).isEmpty();
            }
        }
    }

    @Test
    void a_tail_of_zeros_is_a_record_that_was_not_written() throws IOException {
        for (int zeros = 1; zeros < 40; zeros++) {
            Files.write(segment, Arrays.copyOf(whole, whole.length + zeros));

            assertThat(texts()).isEqualTo(TEXTS);
        }
    }

    @Test
    void every_flipped_bit_stops_with_file_and_offset() throws IOException {
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << bit);
                Files.write(segment, flipped);

                assertThatThrownBy(this::texts)
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining(segment.toString())
                        .hasMessageContaining("byte ");
            }
        }
    }

    @Test
    void a_record_that_is_doubled_or_missing_is_found() throws IOException {
        int first = SegmentHead.SIZE;
        int second = first + Frame.HEAD + 4 + "first".length() + Frame.TAIL;
        byte[] missing = new byte[whole.length - (second - first)];
        System.arraycopy(whole, 0, missing, 0, first);
        System.arraycopy(whole, second, missing, first, whole.length - second);
        Files.write(segment, missing);

        assertThatThrownBy(this::texts).hasMessageContaining("byte " + first);
    }

    @Test
    void a_log_of_a_newer_format_is_refused() throws IOException {
        ByteBuffer head = ByteBuffer.wrap(whole.clone());
        head.putInt(8, SegmentHead.FORMAT + 1);
        var sum = new CRC32C();
        sum.update(head.array(), 0, SegmentHead.SIZE - 4);
        head.putInt(SegmentHead.SIZE - 4, (int) sum.getValue());
        Files.write(segment, head.array());

        assertThatThrownBy(this::texts)
                .hasMessageContaining("format 2")
                .hasMessageContaining("newer");
    }

    @Test
    void a_takeover_after_a_cut_goes_on_where_the_whole_records_end() throws IOException {
        Files.write(segment, Arrays.copyOf(whole, whole.length - 3));

        TransactionLog taken = store().takeOver("t1", 2);
        taken.append(new LogRecord(1, "after"));

        assertThat(texts()).containsExactly("first", "second record", "after");
    }

    @Test
    void what_an_old_owner_appends_behind_a_takeover_does_not_count() throws IOException {
        store().takeOver("t1", 2).append(new LogRecord(1, "new owner"));
        Files.write(
                segment,
                Frame.encode(1, 3, Payload.of(new LogRecord(1, "late"))).array(),
                StandardOpenOption.APPEND);

        assertThat(texts()).containsExactly("first", "second record", "third", "new owner");
    }

    @Test
    void a_record_that_the_next_owner_had_read_must_not_be_cut_off() throws IOException {
        store().takeOver("t1", 2);
        Files.write(segment, Arrays.copyOf(whole, whole.length - 3));

        assertThatThrownBy(this::texts).isInstanceOf(StoreException.class);
    }

    @Test
    void a_blob_that_was_changed_is_not_given_out() throws IOException {
        Digest digest = store().find("t1").orElseThrow().putBlob("content");
        Path blob = directory.resolve("transactions/t1/blobs").resolve(digest.text());
        Files.writeString(blob, "Content");

        assertThatThrownBy(() -> store().find("t1").orElseThrow().blob(digest))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(digest.text());
    }

    @Test
    void a_changed_lease_book_stops_everybody() throws IOException {
        Scope scope = new Scope.ResourceGroup("s", "shop");
        FileTransactionStore store = store();
        store.leases("tenant").acquire("t1", List.of(scope), Duration.ofMinutes(3));
        Path book = directory.resolve("leases/tenant.json");
        Files.writeString(book, Files.readString(book).replace("shop", "shot"));

        assertThatThrownBy(() -> store.leases("tenant").living())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("checksum");
    }

    private List<String> texts() {
        return store().find("t1").orElseThrow().records().stream().map(LogRecord::text).toList();
    }

    private FileTransactionStore store() {
        return new FileTransactionStore(directory, "host", () -> Instant.EPOCH, notices::add);
    }
}
