package dev.belay.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The records that one owner wrote: a file for each fence.
 *
 * @param head the file's first bytes
 * @param records payloads in order
 * @param length bytes from the start that hold the head and whole records
 * @param torn whether something that was cut off follows them
 */
record Segment(SegmentHead head, List<ByteBuffer> records, long length, boolean torn) {

    Segment {
        records = List.copyOf(records);
    }

    static Path file(Path directory, long fence) {
        return directory.resolve("log-%019d".formatted(fence));
    }

    /** Number of records up to the end of this segment. */
    int nextIndex() {
        return head.index() + records.size();
    }

    /**
     * Reads a segment.
     *
     * @param limit how many bytes count; {@link Long#MAX_VALUE} for all
     * @throws DamagedException naming file and offset
     */
    static Segment read(Path file, long limit) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int end = (int) Math.min(all.length, limit);
        ByteBuffer bytes = ByteBuffer.wrap(all, 0, end);
        SegmentHead head = SegmentHead.decode(bytes, file);
        var records = new ArrayList<ByteBuffer>();
        int at = SegmentHead.SIZE;
        while (at < end) {
            bytes.position(at);
            long index = (long) head.index() + records.size();
            switch (Frame.decode(bytes, head.fence(), index)) {
                case Frame.Found.Whole(var payload, var size) -> {
                    records.add(payload);
                    at += size;
                }
                case Frame.Found.Torn _ -> {
                    return cutOff(file, head, records, at, limit);
                }
                case Frame.Found.Flipped(var what) ->
                        throw new DamagedException(
                                file,
                                at,
                                what + " The disk or another program changed it; put a copy back.");
            }
        }
        if (limit != Long.MAX_VALUE && end < limit) {
            throw new DamagedException(file, end, "The log is shorter than its successor read it.");
        }
        return new Segment(head, records, at, false);
    }

    private static Segment cutOff(
            Path file, SegmentHead head, List<ByteBuffer> records, long at, long limit)
            throws IOException {
        if (limit != Long.MAX_VALUE) {
            throw new DamagedException(
                    file, at, "A record that the next owner had read whole is cut off.");
        }
        return new Segment(head, records, at, true);
    }

    /**
     * Makes the segment's file with its head, durable.
     *
     * @throws java.nio.file.FileAlreadyExistsException if somebody has this fence already
     */
    static FileChannel create(Path directory, SegmentHead head) throws IOException {
        Path file = file(directory, head.fence());
        Path temporary = beside(file, head);
        Files.createLink(file, temporary);
        Files.delete(temporary);
        return end(directory, file);
    }

    /** Puts another head in the place of one that has no records yet, durable. */
    static FileChannel replace(Path directory, SegmentHead head) throws IOException {
        Path file = file(directory, head.fence());
        Files.move(beside(file, head), file, StandardCopyOption.ATOMIC_MOVE);
        return end(directory, file);
    }

    /** Written beside and renamed in one step, so that no segment without a whole head is seen. */
    private static Path beside(Path file, SegmentHead head) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        try (FileChannel channel = Durable.create(temporary)) {
            Durable.write(channel, head.encode());
            channel.force(true);
        }
        return temporary;
    }

    private static FileChannel end(Path directory, Path file) throws IOException {
        Durable.flush(directory);
        FileChannel channel = Durable.open(file);
        channel.position(channel.size());
        return channel;
    }
}
