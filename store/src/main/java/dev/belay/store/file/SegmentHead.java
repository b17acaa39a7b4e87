package dev.belay.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * The first 44 bytes of a segment, big-endian: {@code BELAYLOG}, format version (4 bytes), fence,
 * fence of the segment before, length of it that counts (8 bytes each), records before this segment
 * (4 bytes), checksum (CRC32C of all before it).
 *
 * @param fence the owner's fence, from 1
 * @param previousFence that of the segment this one goes on from; 0 for the first
 * @param previousLength how many bytes of that segment its successor had read: what an old owner
 *     appends behind them does not count
 * @param index number of records in all segments before
 */
record SegmentHead(long fence, long previousFence, long previousLength, int index) {

    static final int SIZE = 44;
    static final int FORMAT = 1;
    private static final long MAGIC = 0x42454C41594C4F47L; // BELAYLOG

    ByteBuffer encode() {
        ByteBuffer head = ByteBuffer.allocate(SIZE);
        head.putLong(MAGIC).putInt(FORMAT).putLong(fence);
        head.putLong(previousFence).putLong(previousLength).putInt(index);
        head.putInt(checksum(head.array()));
        return head.flip();
    }

    /**
     * @throws DamagedException if the bytes are no head, a damaged one or that of a newer format
     */
    static SegmentHead decode(ByteBuffer bytes, Path file) throws IOException {
        if (bytes.remaining() < SIZE || bytes.getLong(0) != MAGIC) {
            throw new DamagedException(
                    file,
                    0,
                    "This is no transaction log of Belay. Put the file back or move it away.");
        }
        int format = bytes.getInt(8);
        byte[] head = new byte[SIZE];
        bytes.get(0, head);
        if (bytes.getInt(SIZE - 4) != checksum(head)) {
            throw new DamagedException(
                    file,
                    0,
                    "The log's head does not match its checksum: its content was changed.");
        }
        if (format > FORMAT) {
            throw new DamagedException(
                    file,
                    8,
                    "The log has format "
                            + format
                            + "; this Belay knows formats up to "
                            + FORMAT
                            + ". Use a newer Belay.");
        }
        return new SegmentHead(
                bytes.getLong(12), bytes.getLong(20), bytes.getLong(28), bytes.getInt(36));
    }

    private static int checksum(byte[] head) {
        var sum = new CRC32C();
        sum.update(head, 0, SIZE - 4);
        return (int) sum.getValue();
    }
}
