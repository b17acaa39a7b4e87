package dev.belay.cli.command;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A temporary copy of a folder, deleted at the end, so that trying something leaves no trace.
 * States of worlds ({@code *.state*}) are not copied: the copy begins anew.
 *
 * @param directory the copy
 */
record ExampleCopy(Path directory) implements AutoCloseable {

    /**
     * @throws UncheckedIOException if it cannot be copied
     */
    static ExampleCopy of(Path original) {
        try {
            Path copy = Files.createTempDirectory("belay-try-");
            Files.walkFileTree(
                    original,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path directory, BasicFileAttributes attributes) throws IOException {
                            Files.createDirectories(
                                    copy.resolve(original.relativize(directory).toString()));
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            if (attributes.isRegularFile()
                                    && !file.getFileName().toString().contains(".state")) {
                                Files.copy(
                                        file, copy.resolve(original.relativize(file).toString()));
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
            return new ExampleCopy(copy);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(
                    directory,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            Files.delete(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path folder, @Nullable IOException failed) throws IOException {
                            Files.delete(folder);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
