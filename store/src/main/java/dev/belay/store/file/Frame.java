package dev.belay.store.file;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How one record stands in a segment, big-endian:
 *
 * <pre>
 * length of the payload   4 bytes
 * checksum of the head    4 bytes   CRC32C of fence, index and length
 * payload
 * checksum                4 bytes   CRC32C of fence, index and payload
 * </pre>
 *
 * <p>The length has a checksum of its own, so that a flipped bit in it is not taken for a record
 * that was cut off. Fence and index are in the checksums, so that a record that is missing, doubled
 * or from another segment is found.
 */
final class Frame {

    static final int HEAD = 8;
    static final int TAIL = 4;

    private Frame() {}

    static ByteBuffer encode(long fence, long index, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(HEAD + payload.length + TAIL);
        frame.putInt(payload.length);
        frame.putInt(headChecksum(fence, index, payload.length));
        frame.put(payload);
        frame.putInt(checksum(fence, index, payload));
        return frame.flip();
    }

    /** What stands at a place of a segment. */
    sealed interface Found {

        /** A whole record. */
        record Whole(ByteBuffer payload, int size) implements Found {}

        /** The last write did not reach the disk whole: it was never acknowledged. */
        record Torn() implements Found {}

        /** Something that no interrupted write leaves behind. */
        record Flipped(String what) implements Found {}
    }

    /**
     * Reads what begins at the buffer's position; the buffer ends where the segment ends.
     *
     * <p>An interrupted append leaves a shorter file or a tail of zeros (a file made longer whose
     * blocks were not written yet). Everything else is damage.
     */
    static Found decode(ByteBuffer rest, long fence, long index) {
        if (rest.remaining() < HEAD || zerosOnly(rest)) {
            return new Found.Torn();
        }
        int start = rest.position();
        int length = rest.getInt(start);
        if (length < 0 || rest.getInt(start + 4) != headChecksum(fence, index, length)) {
            return new Found.Flipped("The head of a record does not match its checksum.");
        }
        if (rest.remaining() < HEAD + (long) length + TAIL) {
            return new Found.Torn();
        }
        byte[] payload = new byte[length];
        rest.get(start + HEAD, payload);
        int size = HEAD + length + TAIL;
        int stored = rest.getInt(start + HEAD + length);
        if (stored == checksum(fence, index, payload)) {
            return new Found.Whole(ByteBuffer.wrap(payload).asReadOnlyBuffer(), size);
        }
        boolean last = rest.remaining() == size;
        return last && stored == 0
                ? new Found.Torn()
                : new Found.Flipped("A record does not match its checksum.");
    }

    private static boolean zerosOnly(ByteBuffer rest) {
        for (int i = rest.position(); i < rest.limit(); i++) {
            if (rest.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int headChecksum(long fence, long index, int length) {
        ByteBuffer place = ByteBuffer.allocate(20).putLong(fence).putLong(index).putInt(length);
        return checksum(place.flip(), new byte[0]);
    }

    private static int checksum(long fence, long index, byte[] payload) {
        ByteBuffer place = ByteBuffer.allocate(16).putLong(fence).putLong(index);
        return checksum(place.flip(), payload);
    }

    private static int checksum(ByteBuffer place, byte[] payload) {
        var sum = new CRC32C();
        sum.update(place);
        sum.update(payload, 0, payload.length);
        return (int) sum.getValue();
    }
}
