package dev.belay.workflow.blueprint;

import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.Files.FileText;
import dev.belay.workflow.definition.Place;
import dev.belay.workflow.definition.Problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The texts of a blueprint folder and of an assignment.
 *
 * @param folder its path, as places show it
 * @param texts path below the folder to text: {@code blueprint.json}, {@code artifacts/NAME.json}
 */
public record BlueprintSource(
        String folder, SequencedMap<String, String> texts, Optional<Assigned> assignment) {

    /** What came of reading a folder. */
    public sealed interface Result {
        record Found(BlueprintSource source) implements Result {}

        record Wrong(List<Problem> problems) implements Result {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * An assignment's file.
     *
     * @param file its path, as places show it
     */
    public record Assigned(String file, String text) {}

    public BlueprintSource {
        texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
    }

    /** Reads the folder's JSON files and the assignment's file. */
    public static Result read(String folder, Optional<String> assignment, Files files) {
        var problems = new ArrayList<Problem>();
        var texts = new LinkedHashMap<String, String>();
        for (String path : files.below(folder)) {
            if (isPart(path)) {
                text(path(folder, path), files, problems).ifPresent(text -> texts.put(path, text));
            }
        }
        if (problems.isEmpty() && texts.keySet().stream().noneMatch(BlueprintSource::isRoot)) {
            String root = path(folder, "blueprint.json");
            problems.add(
                    Problem.of(
                            new Place(root, 1, 1),
                            "There is no file '" + root + "'.",
                            "A blueprint folder holds 'blueprint.json' and 'artifacts'."));
        }
        Optional<Assigned> assigned =
                assignment.flatMap(
                        file -> text(file, files, problems).map(text -> new Assigned(file, text)));
        return problems.isEmpty()
                ? new Result.Found(new BlueprintSource(folder, texts, assigned))
                : new Result.Wrong(problems);
    }

    private static Optional<String> text(String path, Files files, List<Problem> problems) {
        var start = new Place(path, 1, 1);
        return switch (files.read(path)) {
            case FileText.Found(var text) -> Optional.of(text);
            case FileText.Missing _, FileText.NotKept _ -> {
                problems.add(Problem.of(start, "There is no file '" + path + "'."));
                yield Optional.empty();
            }
            case FileText.Unreadable(var reason) -> {
                problems.add(Problem.of(start, "The file cannot be read: " + reason));
                yield Optional.empty();
            }
        };
    }

    /** Whether the file is a part of a blueprint; others may lie beside them. */
    private static boolean isPart(String path) {
        return isRoot(path) || artifact(path).isPresent();
    }

    private static boolean isRoot(String path) {
        return path.equalsIgnoreCase("blueprint.json");
    }

    /**
     * The name of the artifact in a file: the file's, as Az.Blueprint has it (documented). Flat
     * folders with {@code artifact.NAME.json}, as Azure/azure-blueprints keeps its built-in ones,
     * are read too.
     */
    private static Optional<String> artifact(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".json")) {
            return Optional.empty();
        }
        String stem = path.substring(0, path.length() - ".json".length());
        if (lower.startsWith("artifacts/")) {
            return Optional.of(stem.substring("artifacts/".length()));
        }
        return lower.startsWith("artifact.")
                ? Optional.of(stem.substring("artifact.".length()))
                : Optional.empty();
    }

    /** The path of the definition. */
    String root() {
        return texts.keySet().stream().filter(BlueprintSource::isRoot).findFirst().orElseThrow();
    }

    /** The artifacts' paths by name. */
    SequencedMap<String, String> artifacts() {
        var artifacts = new LinkedHashMap<String, String>();
        texts.keySet().forEach(path -> artifact(path).ifPresent(name -> artifacts.put(name, path)));
        return artifacts;
    }

    /** A file of the folder, as places show it. */
    String shown(String path) {
        return path(folder, path);
    }

    /** The folder's own name, the blueprint's where it names itself nowhere. */
    String folderName() {
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        return name.isEmpty() || name.equals(".") || name.equals("..") ? "blueprint" : name;
    }

    private static String path(String folder, String path) {
        return folder.isEmpty() || folder.equals(".") ? path : folder + "/" + path;
    }
}
