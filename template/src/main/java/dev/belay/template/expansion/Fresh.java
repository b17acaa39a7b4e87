package dev.belay.template.expansion;

import dev.belay.template.value.NewValues;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Supplier;

/** What {@code newGuid()} and {@code utcNow()} make in the default of a parameter. */
final class Fresh {

    private Fresh() {}

    static NewValues values(TemplateRun run, String parameter) {
        DeploymentContext context = run.context();
        if (run.shared().predicting() || context.now().isEmpty() || context.seed().isEmpty()) {
            return new NewValues.Kept();
        }
        return new NewValues.Given(
                context.now().get(),
                new Guids(context.seed().get() + "/" + context.deploymentName() + "/" + parameter));
    }

    /** Version 4 in form, but counted: the same seed gives the same ids again. */
    private static final class Guids implements Supplier<UUID> {

        private final String seed;
        private int made;

        Guids(String seed) {
            this.seed = seed;
        }

        @Override
        public UUID get() {
            ByteBuffer digest = ByteBuffer.wrap(sha256(seed + "/" + made++));
            long high = (digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
            long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
