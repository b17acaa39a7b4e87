package dev.belay.store.file;

import dev.belay.transaction.snapshot.Digest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Texts kept under their digests; writing the same text again does nothing. */
final class Blobs {

    private final Path directory;

    Blobs(Path directory) {
        this.directory = directory;
    }

    Digest put(String text) throws IOException {
        Digest digest = Digest.ofContent(text);
        Path file = directory.resolve(digest.text());
        if (!Files.exists(file)) {
            Durable.directories(directory);
            // several threads and processes may write the same text at once
            Path temporary =
                    directory.resolve(
                            "%s.%d-%d.new"
                                    .formatted(
                                            digest.text(),
                                            ProcessHandle.current().pid(),
                                            Thread.currentThread().threadId()));
            Durable.replace(file, temporary, text.getBytes(StandardCharsets.UTF_8));
        }
        return digest;
    }

    /**
     * @throws DamagedException if the content is not that of the digest
     */
    Optional<String> get(Digest digest) throws IOException {
        Path file = directory.resolve(digest.text());
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        if (!Digest.ofContent(text).equals(digest)) {
            throw new DamagedException(
                    file, 0, "The content does not match the digest that is its name.");
        }
        return Optional.of(text);
    }
}
