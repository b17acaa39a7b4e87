package dev.belay.workflow.definition;

/** Reads a workflow's file. */
public final class WorkflowReader {

    private WorkflowReader() {}

    /**
     * @param file the file's name, for messages; paths in it are relative to its folder
     * @param text the file's text
     * @param files the files that it names
     */
    public static WorkflowReading read(String file, String text, Files files) {
        throw new UnsupportedOperationException(file + text + files);
    }
}
