package dev.belay.template.function.string;

/**
 * The 64-bit hash behind {@code uniqueString}: two lanes of 32 bits over blocks of eight bytes, a
 * variant of MurmurHash. Found by reverse engineering and confirmed by the engine's values.
 */
final class Murmur {

    private static final int C1 = 0x239b961b;
    private static final int C2 = 0xab0e9789;

    private Murmur() {}

    static long hash64(byte[] data) {
        int h1 = 0;
        int h2 = 0;
        int at = 0;
        for (; at + 8 <= data.length; at += 8) {
            h1 ^= mix1(block(data, at, at + 4));
            h1 = Integer.rotateLeft(h1, 19) + h2;
            h1 = h1 * 5 + 0x561ccd1b;
            h2 ^= mix2(block(data, at + 4, at + 8));
            h2 = Integer.rotateLeft(h2, 13) + h1;
            h2 = h2 * 5 + 0x0bcaa747;
        }
        int left = data.length - at;
        if (left > 0) {
            h1 ^= mix1(block(data, at, Math.min(at + 4, data.length)));
        }
        if (left > 4) {
            h2 ^= mix2(block(data, at + 4, data.length));
        }
        h1 ^= data.length;
        h2 ^= data.length;
        h1 += h2;
        h2 += h1;
        h1 = finish(h1);
        h2 = finish(h2);
        h1 += h2;
        h2 += h1;
        return ((long) h2 << 32) | (h1 & 0xffffffffL);
    }

    private static int block(byte[] data, int from, int to) {
        int block = 0;
        for (int at = to - 1; at >= from; at--) {
            block = (block << 8) | (data[at] & 0xff);
        }
        return block;
    }

    private static int mix1(int block) {
        return Integer.rotateLeft(block * C1, 15) * C2;
    }

    private static int mix2(int block) {
        return Integer.rotateLeft(block * C2, 17) * C1;
    }

    private static int finish(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
