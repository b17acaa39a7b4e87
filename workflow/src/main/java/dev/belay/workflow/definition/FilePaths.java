package dev.belay.workflow.definition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Paths as a workflow writes them: with slashes, relative to the file they stand in. */
final class FilePaths {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*");

    private FilePaths() {}

    /** The folder of a file; empty for a file without one. */
    static String folder(String file) {
        int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        return slash < 0 ? "" : slash == 0 ? "/" : file.substring(0, slash);
    }

    /** The file's name without its folder. */
    static String name(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /**
     * The path as seen from where the folder is seen from, without {@code .} and needless {@code
     * ..}.
     *
     * <p>A path with expressions is not shortened: slashes in them are none of its own.
     *
     * @param folder empty for the folder that all is seen from
     */
    static String resolve(String folder, String path) {
        boolean absolute = path.startsWith("/") || DRIVE.matcher(path).matches();
        String whole = absolute || folder.isEmpty() ? path : folder + "/" + path;
        return TextPart.isPlain(path) ? normal(whole) : whole;
    }

    private static String normal(String path) {
        Deque<String> kept = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !kept.isEmpty() && !kept.getLast().equals("..")) {
                kept.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                kept.addLast(part);
            }
        }
        String joined = String.join("/", kept);
        return path.startsWith("/") ? "/" + joined : joined.isEmpty() ? "." : joined;
    }
}
