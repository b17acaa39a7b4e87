package dev.belay.emulator.host;

import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The checkpoint of a world, with a key file beside it that opens its secrets. It is replaced as a
 * whole, so a reader finds the old one or the new one, never a half.
 */
final class StateFile {

    private final Path path;
    private final Path keyPath;

    /**
     * A world that was kept.
     *
     * @param generation counts checkpoints; the changes since then name it
     */
    record Checkpoint(World world, long generation) {}

    StateFile(Path path) {
        this.path = path;
        this.keyPath = path.resolveSibling(path.getFileName() + ".key");
    }

    /**
     * What was kept; empty if nothing was.
     *
     * @param digest of the world file as it is now
     * @param frame the world that the world file frames
     * @throws StateMismatchException if it was made from another world file, or cannot be read
     */
    Optional<Checkpoint> read(String digest, World frame) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        if (!Files.exists(keyPath)) {
            throw new StateMismatchException(
                    "The key '"
                            + keyPath
                            + "' is gone, without which the secrets in the state '"
                            + path
                            + "' cannot be read. Put it back, or remove the state and its changes"
                            + " to begin anew.");
        }
        JsonObject state = json();
        if (!state.textAt("/worldFile").filter(digest::equals).isPresent()) {
            throw new StateMismatchException(
                    "The state '"
                            + path
                            + "' was made from another world file than the one given. Put the"
                            + " world file back, or remove the state to begin anew.");
        }
        long generation = state.textAt("/generation").map(Long::parseLong).orElse(0L);
        return Optional.of(
                new Checkpoint(new StateReader(sealer()).world(state, frame), generation));
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** What seals the secrets of this state. */
    Sealer sealer() {
        return new Sealer(key());
    }

    private JsonObject json() {
        try {
            return JsonReader.strict()
                    .read(Files.readString(path))
                    .asObject()
                    .orElseThrow(() -> unreadable("it is no JSON object"));
        } catch (JsonSyntaxException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("The state '" + path + "' cannot be read.", e);
        }
    }

    private StateMismatchException unreadable(String why) {
        return new StateMismatchException(
                "The state '" + path + "' cannot be read: " + why + ". Remove it to begin anew.");
    }

    /** Keeps the world. */
    void write(Checkpoint checkpoint, String digest) {
        JsonObject state =
                new StateWriter(sealer())
                        .world(checkpoint.world(), digest)
                        .with("generation", Json.of(Long.toString(checkpoint.generation())));
        replace(path, (state.toText() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private byte[] key() {
        try {
            if (Files.exists(keyPath)) {
                return Files.readAllBytes(keyPath);
            }
            byte[] key = Sealer.newKey();
            replace(keyPath, key);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The key '" + keyPath + "' cannot be read.", e);
        }
    }

    /** Writes beside it, forces it to the disk, renames. */
    static void replace(Path target, byte[] bytes) {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            create(fresh);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(
                    fresh,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            forceFolder(target.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("'" + target + "' cannot be written.", e);
        }
    }

    /** Makes the rename itself durable, where a folder can be opened. */
    private static void forceFolder(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            return; // Windows opens no folders; its renames are journalled
        }
    }

    /** For the owner's eyes only, where the file system knows such a thing. */
    private static void create(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
