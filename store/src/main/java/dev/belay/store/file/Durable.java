package dev.belay.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that are on the disk when a method returns, readable by their owner alone.
 *
 * <p>A new name is durable only once its directory has been flushed too.
 */
final class Durable {

    private Durable() {}

    /** Makes the directory and those above it, mode 0700 where the file system knows modes. */
    static void directories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path above = directory.toAbsolutePath().getParent();
        if (above != null) {
            directories(above);
        }
        try {
            Files.createDirectory(directory, privately(directory, "rwx------"));
        } catch (java.nio.file.FileAlreadyExistsException raced) {
            if (!Files.isDirectory(directory)) {
                throw raced;
            }
        }
        flush(above);
    }

    /** Opens a file for reading and writing, made with mode 0600 if it is not there. */
    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE),
                privately(file, "rw-------"));
    }

    /**
     * Makes a file that must not be there.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is
     */
    static FileChannel create(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE),
                        privately(file, "rw-------"));
        flush(file.toAbsolutePath().getParent());
        return channel;
    }

    /**
     * Puts the whole content in place of the file in one step: written beside it, flushed, renamed.
     *
     * @param temporary a name in the same directory that nobody else uses
     */
    static void replace(Path file, Path temporary, byte[] content) throws IOException {
        Files.deleteIfExists(temporary);
        try (FileChannel channel = create(temporary)) {
            write(channel, ByteBuffer.wrap(content));
            channel.force(true);
        } catch (IOException failed) {
            Files.deleteIfExists(temporary); // on a full disk even a part of it is too much
            throw failed;
        }
        Files.move(
                temporary,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        flush(file.toAbsolutePath().getParent());
    }

    /** Writes all bytes at the channel's position. */
    static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Flushes a directory, so that names made or removed in it last. */
    static void flush(@org.jspecify.annotations.Nullable Path directory) throws IOException {
        if (directory == null
                || !directory.getFileSystem().equals(java.nio.file.FileSystems.getDefault())) {
            return;
        }
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return; // a directory cannot be opened there; NTFS journals its names
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] privately(Path path, String mode) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        };
    }
}
