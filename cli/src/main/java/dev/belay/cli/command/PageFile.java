package dev.belay.cli.command;

import dev.belay.json.JsonObject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a page goes. */
final class PageFile {

    private PageFile() {}

    /**
     * Writes a page; folders on the way are made.
     *
     * @throws BadInput if it cannot be written
     */
    static void write(Path file, String html) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, html);
        } catch (IOException e) {
            throw BadInput.of(
                    "The page '" + file + "' cannot be written: " + e.getMessage() + ".",
                    "Name a file in a folder that can be written to.");
        }
    }

    /** Writes a page and says so. */
    static void write(Path file, String html, Output output) {
        write(file, html);
        told(file, 1, output);
    }

    static void told(Path file, int pages, Output output) {
        output.either(
                JsonObject.builder()
                        .put("type", "page")
                        .put("formatVersion", 1)
                        .put("file", file.toString())
                        .put("pages", pages)
                        .build(),
                List.of("Wrote " + file + "."));
    }
}
