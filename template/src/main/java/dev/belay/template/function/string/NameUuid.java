package dev.belay.template.function.string;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs of version 5 (SHA-1) in the name space of {@code guid}. Evidence: engine. */
final class NameUuid {

    private static final UUID NAMESPACE = UUID.fromString("11fb06fb-712d-4ddd-98c7-e71bbd588830");

    private NameUuid() {}

    static UUID of(String name) {
        byte[] hash = sha1(name.getBytes(UTF_8));
        var bytes = ByteBuffer.wrap(hash);
        long high = (bytes.getLong() & ~0xf000L) | 0x5000L;
        long low = (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(byte[] name) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(
                    ByteBuffer.allocate(16)
                            .putLong(NAMESPACE.getMostSignificantBits())
                            .putLong(NAMESPACE.getLeastSignificantBits())
                            .flip());
            digest.update(name);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1.", e);
        }
    }
}
