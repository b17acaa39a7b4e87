package dev.belay.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * In which order transactions were created: their ids, one a line, the oldest first. An id is
 * written before its folder is made, so an id without a folder means nothing; a folder without an
 * id (copied in by hand) counts as newest.
 */
final class OrderFile {

    private final Path transactions;

    OrderFile(Path transactions) {
        this.transactions = transactions;
    }

    void add(String id) throws IOException {
        try (FileLock _ = FileLock.take(transactions.resolve("order.lock"));
                FileChannel channel = Durable.open(transactions.resolve("order"))) {
            // the line break in front ends a line that a crash may have cut
            String line = channel.size() == 0 ? id + "\n" : "\n" + id + "\n";
            channel.position(channel.size());
            Durable.write(channel, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    List<String> ids() throws IOException {
        if (!Files.isDirectory(transactions)) {
            return List.of();
        }
        List<String> there;
        try (Stream<Path> files = Files.list(transactions)) {
            there =
                    files.filter(Files::isDirectory)
                            .map(file -> file.getFileName().toString())
                            .sorted()
                            .toList();
        }
        var ordered = new ArrayList<>(lines());
        ordered.retainAll(there);
        there.stream().filter(id -> !ordered.contains(id)).forEach(ordered::add);
        return ordered.stream().distinct().toList();
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(transactions.resolve("order"));
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }
}
