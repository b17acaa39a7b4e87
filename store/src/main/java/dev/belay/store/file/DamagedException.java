package dev.belay.store.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What is on the disk is not what was written, or was written by a newer Belay. Nothing is repaired
 * or skipped: a person has to look.
 */
final class DamagedException extends IOException {

    private final transient Path file;
    private final long offset;

    /**
     * @param what what is wrong and what to do, whole sentences
     */
    DamagedException(Path file, long offset, String what) {
        super("'" + file + "', byte " + offset + ": " + what);
        this.file = file;
        this.offset = offset;
    }

    Path file() {
        return file;
    }

    /** Where the damaged record, header or content begins, in bytes from the file's start. */
    long offset() {
        return offset;
    }
}
