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

    static LogRecord read(ByteBuffer payload, Path file) throws IOException {
        if (payload.remaining() < 4) {
            throw new DamagedException(file, 0, "A record is too short to be one of Belay.");
        }
        ByteBuffer rest = payload.duplicate();
        int version = rest.getInt();
        return new LogRecord(version, StandardCharsets.UTF_8.decode(rest).toString());
    }
}
