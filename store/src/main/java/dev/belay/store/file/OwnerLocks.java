package dev.belay.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which leases belong to processes that live: for each lease its owner's process holds a lock of
 * the operating system on a file until the lease is given back or the process ends, however it
 * ends.
 */
final class OwnerLocks {

    private final Path directory;
    private final Map<String, FileLock> held = new HashMap<>();

    OwnerLocks(Path directory) {
        this.directory = directory;
    }

    /** From now on this process is the living owner of the lease. */
    synchronized void hold(String lease) throws IOException {
        Durable.directories(directory);
        FileLock lock =
                FileLock.tryTake(file(lease))
                        .orElseThrow(
                                () -> new IOException("Somebody else holds the lock of " + lease));
        held.put(lease, lock);
    }

    synchronized void release(String lease) throws IOException {
        FileLock lock = held.remove(lease);
        if (lock != null) {
            lock.close();
            Files.deleteIfExists(file(lease));
        }
    }

    /** Whether the process that held this lease has ended. */
    synchronized boolean dead(String lease) throws IOException {
        // our own lock must not be opened a second time, see FileLock
        if (held.containsKey(lease)) {
            return false;
        }
        Path file = file(lease);
        if (!Files.exists(file)) {
            return true;
        }
        Optional<FileLock> taken = FileLock.tryTake(file);
        if (taken.isPresent()) {
            taken.get().close();
        }
        return taken.isPresent();
    }

    /** Forgets the file of a lease that nobody holds any more. */
    void forget(String lease) throws IOException {
        Files.deleteIfExists(file(lease));
    }

    /** Releases everything without giving back, as the end of the process does. */
    synchronized void close() throws IOException {
        for (FileLock lock : held.values()) {
            lock.close();
        }
        held.clear();
    }

    private Path file(String lease) {
        return directory.resolve(lease + ".lock");
    }
}
