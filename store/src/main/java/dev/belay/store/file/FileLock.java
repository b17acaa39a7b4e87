package dev.belay.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock of the operating system on a file. It is released when the process ends, however it ends.
 *
 * <p>Never open a locked file a second time in the same process: on Unix, closing any descriptor of
 * it releases the lock.
 */
final class FileLock implements AutoCloseable {

    private static final long RETRY_NANOSECONDS = 1_000_000;

    private final FileChannel channel;

    private FileLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock. */
    static FileLock take(Path file) throws IOException {
        while (true) {
            Optional<FileLock> lock = tryTake(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            LockSupport.parkNanos(RETRY_NANOSECONDS);
        }
    }

    /** The lock, or empty if this or another process holds it. */
    static Optional<FileLock> tryTake(Path file) throws IOException {
        FileChannel channel = Durable.open(file);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
            return taken ? Optional.of(new FileLock(channel)) : Optional.empty();
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
