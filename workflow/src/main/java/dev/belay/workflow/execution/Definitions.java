package dev.belay.workflow.execution;

import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.WorkflowReader;
import dev.belay.workflow.definition.WorkflowReading;

import java.util.SequencedMap;

/** Reads the definition of a run again, from the texts that the run kept. */
@FunctionalInterface
public interface Definitions {

    /**
     * @param file the workflow file's name
     * @param texts it and the files that it uses, by name
     */
    WorkflowReading read(String file, SequencedMap<String, String> texts);

    /**
     * @param files answers for what the run did not keep
     */
    static Definitions with(Files files) {
        return (file, texts) ->
                WorkflowReader.read(
                        file,
                        texts.getOrDefault(file, ""),
                        path ->
                                texts.containsKey(path)
                                        ? new Files.FileText.Found(texts.getOrDefault(path, ""))
                                        : files.read(path));
    }
}
