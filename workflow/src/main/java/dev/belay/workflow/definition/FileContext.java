package dev.belay.workflow.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the readers of one file's parts share.
 *
 * @param folder of the file, as seen from the workflow file's folder; empty for that one
 * @param secretInputs the names of inputs that are secrets; filled before provisioners are read
 * @param uses what expressions take from the run, in the order in which they are read
 */
record FileContext(
        String file,
        String folder,
        Files files,
        Problems problems,
        Set<String> secretInputs,
        List<Use> uses) {

    /**
     * A reference and where it stands.
     *
     * @param place of the call
     */
    record Use(Reference reference, Place place) {}

    static FileContext of(String file, String folder, Files files, Problems problems) {
        return new FileContext(file, folder, files, problems, new HashSet<>(), new ArrayList<>());
    }

    /** A path that stands in this file, as seen from the workflow file's folder. */
    String resolve(String path) {
        return FilePaths.resolve(folder, path);
    }

    /** What was read since there were so many uses. */
    List<Use> usesSince(int count) {
        return List.copyOf(uses.subList(count, uses.size()));
    }

    /** Reads a file that stands here, if it was kept; a problem if it cannot be read. */
    Optional<String> text(String path, Place place, String what) {
        return switch (files.read(path)) {
            case Files.FileText.Found(var text) -> Optional.of(text);
            case Files.FileText.Missing _ -> {
                problems.add(
                        place,
                        "There is no " + what + " '" + path + "'.",
                        "Paths are relative to the file they stand in.");
                yield Optional.empty();
            }
            case Files.FileText.NotKept _ -> Optional.empty(); // it was checked before
            case Files.FileText.Unreadable(var reason) -> {
                problems.add(place, "The " + what + " '" + path + "' cannot be read: " + reason);
                yield Optional.empty();
            }
        };
    }
}
