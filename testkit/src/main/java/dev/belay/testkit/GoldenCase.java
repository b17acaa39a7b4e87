package dev.belay.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One golden case kept as a folder: inputs, expected files, and {@code evidence.txt}. */
public record GoldenCase(Path folder, Evidence evidence) {

    /** Name of the folder. */
    public String name() {
        return folder.getFileName().toString();
    }

    public boolean has(String file) {
        return Files.isRegularFile(folder.resolve(file));
    }

    /** The text of one of the case's files, UTF-8. */
    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Case '" + name() + "' has no readable " + file, e);
        }
    }

    static GoldenCase read(Path folder) {
        Path file = folder.resolve("evidence.txt");
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "The golden case '"
                            + folder.getFileName()
                            + "' has no evidence.txt; its first line says recorded, engine,"
                            + " documented or inferred, then the source.");
        }
        try {
            return new GoldenCase(folder, Evidence.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
