package dev.belay.workflow.definition;

import java.util.List;

/**
 * The files that a workflow names, as the reader sees them. Whoever keeps a run keeps what was read
 * through this, so that the run can be resumed after a file has changed.
 */
@FunctionalInterface
public interface Files {

    /**
     * @param path with slashes, relative to the workflow file's folder or absolute
     */
    FileText read(String path);

    /**
     * The files in a folder and in the folders that lie right in it, as paths below it with
     * slashes, sorted; none where there is no such folder.
     */
    default List<String> below(String folder) {
        return List.of();
    }

    /** What came of reading a file. */
    sealed interface FileText {

        record Found(String text) implements FileText {}

        record Missing() implements FileText {}

        /**
         * It was there when the definition was checked; its text was not kept, for it may hold
         * secrets.
         */
        record NotKept() implements FileText {}

        /**
         * It is there but is no text that can be read.
         *
         * @param reason a sentence
         */
        record Unreadable(String reason) implements FileText {}
    }
}
