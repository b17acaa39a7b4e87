package dev.belay.workflow.source;

import dev.belay.workflow.definition.Files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A workflow's files on disk, UTF-8.
 *
 * @param folder the workflow file's folder
 */
public record DiskFiles(Path folder) implements Files {

    /** Most bytes of one file; ARM takes no template above 4 MB. */
    private static final long LARGEST = 16L << 20;

    @Override
    public FileText read(String path) {
        try {
            Path file = folder.resolve(path);
            if (!java.nio.file.Files.exists(file)) {
                return new FileText.Missing();
            }
            if (!java.nio.file.Files.isRegularFile(file)) {
                return new FileText.Unreadable("It is no file.");
            }
            if (java.nio.file.Files.size(file) > LARGEST) {
                return new FileText.Unreadable("It has more than " + LARGEST + " bytes.");
            }
            return new FileText.Found(
                    text(ByteBuffer.wrap(java.nio.file.Files.readAllBytes(file))));
        } catch (InvalidPathException _) {
            return new FileText.Missing();
        } catch (CharacterCodingException _) {
            return new FileText.Unreadable("It is no text in UTF-8.");
        } catch (IOException e) {
            return new FileText.Unreadable("Reading it fails: " + e.getMessage() + ".");
        }
    }

    @Override
    public List<String> below(String path) {
        Path start;
        try {
            start = folder.resolve(path);
        } catch (InvalidPathException _) {
            return List.of();
        }
        if (!java.nio.file.Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = java.nio.file.Files.walk(start, 2)) {
            return files.filter(java.nio.file.Files::isRegularFile)
                    .map(file -> start.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of(); // reading the file that has to be there says what is wrong
        }
    }

    static String text(ByteBuffer bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    }
}
