package dev.belay.workflow.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.workflow.definition.Files;
import dev.belay.workflow.source.DiskFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/** A run sees its folders as they were when it began. */
class KeptTextsTest {

    @TempDir private Path folder;

    @Test
    void a_file_that_came_since_is_not_in_a_folder_that_was_kept() throws IOException {
        java.nio.file.Files.createDirectories(folder.resolve("base/artifacts/deep/er"));
        java.nio.file.Files.writeString(folder.resolve("base/blueprint.json"), "{}");
        java.nio.file.Files.writeString(folder.resolve("base/artifacts/a.json"), "{}");
        java.nio.file.Files.writeString(folder.resolve("base/artifacts/deep/er/c.json"), "{}");
        var disk = new DiskFiles(folder);
        var recording = new RecordingFiles(disk);
        assertThat(recording.below("base")).containsExactly("artifacts/a.json", "blueprint.json");
        recording.read("base/blueprint.json");
        recording.read("base/artifacts/a.json");

        java.nio.file.Files.writeString(folder.resolve("base/artifacts/b.json"), "{}");
        Files kept = KeptTexts.over(recording.texts(), disk);

        assertThat(kept.below("base")).containsExactly("artifacts/a.json", "blueprint.json");
        assertThat(KeptTexts.over(new LinkedHashMap<>(), disk).below("base"))
                .contains("artifacts/b.json");
        assertThat(kept.below("elsewhere")).isEmpty();
    }
}
