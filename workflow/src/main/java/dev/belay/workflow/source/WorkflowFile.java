package dev.belay.workflow.source;

import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.Files.FileText;
import dev.belay.workflow.definition.Place;
import dev.belay.workflow.definition.Problem;
import dev.belay.workflow.definition.WorkflowReader;
import dev.belay.workflow.definition.WorkflowReading;

import java.nio.file.Path;
import java.util.List;

/** A workflow's file on disk. */
public final class WorkflowFile {

    private WorkflowFile() {}

    /** The folder that paths in the file are relative to. */
    public static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    /** The file's name as places of problems show it. */
    public static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /** Reads the file and all that it names. */
    public static WorkflowReading read(Path file) {
        return read(file, new DiskFiles(folder(file)));
    }

    /**
     * Reads the file and all that it names.
     *
     * @param files the files of its folder, itself among them
     */
    public static WorkflowReading read(Path file, Files files) {
        String name = name(file);
        var start = new Place(name, 1, 1);
        return switch (files.read(name)) {
            case FileText.Found(var text) -> WorkflowReader.read(name, text, files);
            case FileText.Missing _, FileText.NotKept _ ->
                    new WorkflowReading.Wrong(
                            List.of(Problem.of(start, "There is no file '" + file + "'.")));
            case FileText.Unreadable(var reason) ->
                    new WorkflowReading.Wrong(
                            List.of(
                                    Problem.of(
                                            start,
                                            "The file cannot be read: " + reason,
                                            "A workflow is a YAML file in UTF-8.")));
        };
    }
}
