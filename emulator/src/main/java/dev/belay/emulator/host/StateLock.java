package dev.belay.emulator.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process off a state. The system lets go of it when its process ends, however. */
final class StateLock implements AutoCloseable {

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws StateMismatchException if another process has it
     */
    static StateLock on(Path state) {
        Path path = state.resolveSibling(state.getFileName() + ".lock");
        try {
            FileChannel channel =
                    FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new StateMismatchException(
                        "The state '"
                                + state
                                + "' is in use by another process. Stop that one, or use another"
                                + " state.");
            }
            return new StateLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + path + "' cannot be locked.", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false; // this very process has it
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The state's lock cannot be released.", e);
        }
    }
}
