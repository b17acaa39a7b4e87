package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

/**
 * A place in one of a workflow's files.
 *
 * @param file as it was named, relative to the workflow file's folder if it was so
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    public Place {
        requireNonNull(file);
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("Not a place: " + line + ":" + column + ".");
        }
    }

    /** By line, then column; places of several files by the files' names first. */
    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code file:line:column}, as compilers write it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
