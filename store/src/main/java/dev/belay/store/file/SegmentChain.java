package dev.belay.store.file;

import dev.belay.transaction.log.LogRecord;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The segments of one log that count: from the one with the highest fence back along what each says
 * it goes on from. A segment that no successor names, and what stands in a segment behind the
 * length that its successor read, was written by an owner who had lost the lease.
 *
 * @param segments oldest first
 */
record SegmentChain(Path directory, List<Segment> segments) {

    private static final String PREFIX = "log-";

    SegmentChain {
        segments = List.copyOf(segments);
    }

    static SegmentChain read(Path directory) throws IOException {
        var chain = new ArrayDeque<Segment>();
        long fence = newest(directory).orElse(0L);
        long limit = Long.MAX_VALUE;
        while (fence > 0) {
            Segment segment = Segment.read(Segment.file(directory, fence), limit);
            if (segment.head().fence() != fence || segment.head().previousFence() >= fence) {
                throw new DamagedException(
                        Segment.file(directory, fence), 0, "The file's name is not its fence.");
            }
            chain.addFirst(segment);
            fence = segment.head().previousFence();
            limit = segment.head().previousLength();
        }
        return new SegmentChain(directory, List.copyOf(chain));
    }

    /** The highest fence that has a segment. */
    static Optional<Long> newest(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(PREFIX + "\\d{19}"))
                    .map(name -> Long.valueOf(name.substring(PREFIX.length())))
                    .max(Long::compare);
        }
    }

    List<LogRecord> records() throws IOException {
        var records = new ArrayList<LogRecord>();
        for (Segment segment : segments) {
            Path file = Segment.file(directory, segment.head().fence());
            for (ByteBuffer payload : segment.records()) {
                records.add(Payload.read(payload, file));
            }
        }
        return records;
    }

    /** The head of a segment that goes on from here. */
    SegmentHead next(long fence) {
        if (segments.isEmpty()) {
            return new SegmentHead(fence, 0, 0, 0);
        }
        Segment last = segments.getLast();
        return new SegmentHead(fence, last.head().fence(), last.length(), last.nextIndex());
    }

    /**
     * The head of a segment whose file stands by now, with what the former owner appended while it
     * was being made. An owner looks for a higher fence after each record too, so what it writes
     * from now on tells it that it has lost the log before it acts.
     */
    static SegmentHead settle(Path directory, SegmentHead head) throws IOException {
        if (head.previousFence() == 0) {
            return head;
        }
        Segment former =
                Segment.read(Segment.file(directory, head.previousFence()), Long.MAX_VALUE);
        return new SegmentHead(
                head.fence(), head.previousFence(), former.length(), former.nextIndex());
    }

    /** Where the last record was cut off by a crash: file and offset, for people. */
    Optional<String> tornAt() {
        return segments.isEmpty() || !segments.getLast().torn()
                ? Optional.empty()
                : Optional.of(
                        "'"
                                + Segment.file(directory, segments.getLast().head().fence())
                                + "', byte "
                                + segments.getLast().length());
    }
}
