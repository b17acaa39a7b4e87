package dev.belay.store.file;

import dev.belay.transaction.log.LogRecord;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Messages to the owner of a transaction, a file for each, numbered from 1 in the order of posting.
 * Other processes post; nobody removes.
 */
final class Inbox {

    private final Path directory;

    Inbox(Path directory) {
        this.directory = directory;
    }

    void post(LogRecord message) throws IOException {
        Durable.directories(directory);
        long number = numbers().isEmpty() ? 1 : numbers().getLast() + 1;
        while (!tryPost(number, message)) {
            number++;
        }
    }

    private boolean tryPost(long number, LogRecord message) throws IOException {
        Path file = file(number);
        Path temporary =
                directory.resolve(
                        "%019d.%d-%d.new"
                                .formatted(
                                        number,
                                        ProcessHandle.current().pid(),
                                        Thread.currentThread().threadId()));
        Files.deleteIfExists(temporary);
        try (FileChannel channel = Durable.create(temporary)) {
            Durable.write(channel, Frame.encode(0, number, Payload.of(message)));
            channel.force(true);
        }
        try {
            Files.createLink(file, temporary); // fails if somebody else took the number
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        } finally {
            Files.delete(temporary);
            Durable.flush(directory);
        }
    }

    List<LogRecord> messages() throws IOException {
        var messages = new ArrayList<LogRecord>();
        for (long number : numbers()) {
            Path file = file(number);
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            if (!(Frame.decode(bytes, 0, number) instanceof Frame.Found.Whole(var payload, _))) {
                throw new DamagedException(file, 0, "A message does not match its checksum.");
            }
            messages.add(Payload.read(payload, file));
        }
        return messages;
    }

    private Path file(long number) {
        return directory.resolve("%019d".formatted(number));
    }

    private List<Long> numbers() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> number(file.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Long> number(String name) {
        return name.matches("\\d{19}") ? Optional.of(Long.valueOf(name)) : Optional.empty();
    }
}
