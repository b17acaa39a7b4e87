package dev.belay.workflow.execution;

import dev.belay.workflow.definition.Files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Files that remember what was read of them. */
public final class RecordingFiles implements Files {

    private final Files files;
    private final SequencedMap<String, String> texts = new LinkedHashMap<>();

    public RecordingFiles(Files files) {
        this.files = files;
    }

    @Override
    public FileText read(String path) {
        FileText text = files.read(path);
        if (text instanceof FileText.Found(var found)) {
            texts.put(path, found);
        }
        return text;
    }

    @Override
    public List<String> below(String folder) {
        return files.below(folder);
    }

    /** What was read, by path. */
    public SequencedMap<String, String> texts() {
        return new LinkedHashMap<>(texts);
    }
}
