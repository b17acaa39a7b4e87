package dev.belay.emulator.deployment;

/**
 * ARM's 64-bit hash: MurmurHash3 in two lanes of 32 bits with seed 0, the same on which {@code
 * uniqueString} is built. Evidence: recorded (calculateTemplateHash).
 */
final class Murmur64 {

    private static final int C1 = 0x239b961b;
    private static final int C2 = 0xab0e9789;
    private static final int C3 = 0x561ccd1b;
    private static final int C4 = 0x0bcaa747;

    private int lane1;
    private int lane2;

    private Murmur64() {}

    /** The hash as an unsigned number of 64 bits. */
    static long of(byte[] data) {
        var hash = new Murmur64();
        int whole = data.length - data.length % 8;
        for (int i = 0; i < whole; i += 8) {
            hash.block(word(data, i, 4), word(data, i + 4, 4));
        }
        hash.tail(data, whole);
        return hash.finish(data.length);
    }

    private void block(int first, int second) {
        lane1 ^= mixFirst(first);
        lane1 = Integer.rotateLeft(lane1, 19) + lane2;
        lane1 = lane1 * 5 + C3;
        lane2 ^= mixSecond(second);
        lane2 = Integer.rotateLeft(lane2, 13) + lane1;
        lane2 = lane2 * 5 + C4;
    }

    private void tail(byte[] data, int from) {
        int left = data.length - from;
        if (left > 0) {
            lane1 ^= mixFirst(word(data, from, Math.min(left, 4)));
        }
        if (left > 4) {
            lane2 ^= mixSecond(word(data, from + 4, left - 4));
        }
    }

    private long finish(int length) {
        lane1 ^= length;
        lane2 ^= length;
        lane1 += lane2;
        lane2 += lane1;
        lane1 = avalanche(lane1);
        lane2 = avalanche(lane2);
        lane1 += lane2;
        lane2 += lane1;
        return (Integer.toUnsignedLong(lane2) << 32) | Integer.toUnsignedLong(lane1);
    }

    private static int mixFirst(int word) {
        return Integer.rotateLeft(word * C1, 15) * C2;
    }

    private static int mixSecond(int word) {
        return Integer.rotateLeft(word * C2, 17) * C1;
    }

    private static int avalanche(int lane) {
        int mixed = (lane ^ (lane >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }

    /** Up to four bytes, the lowest first. */
    private static int word(byte[] data, int from, int length) {
        int word = 0;
        for (int i = 0; i < length; i++) {
            word |= (data[from + i] & 0xff) << (8 * i);
        }
        return word;
    }
}
