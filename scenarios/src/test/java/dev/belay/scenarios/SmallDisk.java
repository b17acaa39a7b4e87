package dev.belay.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A real file system of half a mebibyte in memory, which can be filled to the last byte. */
final class SmallDisk implements AutoCloseable {

    private static final int PAGE = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounted on the folder, which is made; empty where this is not allowed. */
    static Optional<SmallDisk> on(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean mounted =
                succeeds("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder.toString());
        return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    }

    /** Leaves no free page; only the last page of a file may have room. */
    void fill() {
        ByteBuffer page = ByteBuffer.allocate(PAGE);
        try (FileChannel channel =
                FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                channel.write(page.clear());
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space")) {
                throw new UncheckedIOException(full);
            }
        }
    }

    void free() {
        try {
            Files.delete(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() {
        if (!succeeds("umount", folder.toString())) {
            throw new IllegalStateException("'" + folder + "' cannot be unmounted.");
        }
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false; // no such command here
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
