package dev.belay.store.file;

import dev.belay.transaction.log.LogRecord;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A log record as bytes: its format version, 4 bytes big-endian, and its text in UTF-8. */
final class Payload {

    private Payload() {}

    static byte[] of(LogRecord record) {
        byte[] text = record.text().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + text.length)
                .putInt(record.formatVersion())
                .put(text)
                .array();
    }

    static LogRecord read(byte[] payload, Path file) throws IOException {
        if (payload.length < 4) {
            throw new DamagedException(file, 0, "A record is too short to be one of Belay.");
        }
        int version = ByteBuffer.wrap(payload).getInt();
        return new LogRecord(
                version, new String(payload, 4, payload.length - 4, StandardCharsets.UTF_8));
    }
}
