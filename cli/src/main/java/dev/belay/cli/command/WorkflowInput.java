package dev.belay.cli.command;

import dev.belay.cli.wiring.Surroundings;
import dev.belay.template.value.Value;
import dev.belay.view.text.Complaint;
import dev.belay.workflow.definition.InputValues;
import dev.belay.workflow.definition.Problem;
import dev.belay.workflow.definition.Target;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.definition.WorkflowReading;
import dev.belay.workflow.execution.RecordingFiles;
import dev.belay.workflow.execution.RunRequest;
import dev.belay.workflow.source.DiskFiles;
import dev.belay.workflow.source.WorkflowFile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * A workflow file that the user named, read with all that it names, and the values of its inputs.
 *
 * @param typed the file's name as the user wrote it
 */
record WorkflowInput(String typed, Path file, RecordingFiles files, Workflow workflow) {

    static final List<Option> SETTING =
            List.of(
                    Option.values(
                            "--set",
                            "NAME=VALUE",
                            "A value for an input; may be given several times."),
                    Option.values(
                            "--set-file",
                            "NAME=FILE",
                            "A value for an input that is read from a file, without its last line"
                                    + " break."));

    /**
     * @throws BadInput naming everything that is wrong with the file
     */
    static WorkflowInput read(Surroundings around, String typed) {
        Path file = around.path(typed);
        InputFile.read(around, typed, "workflow");
        var files = new RecordingFiles(new DiskFiles(WorkflowFile.folder(file)));
        return switch (WorkflowFile.read(file, files)) {
            case WorkflowReading.Read(var workflow) ->
                    new WorkflowInput(typed, file, files, workflow);
            case WorkflowReading.Wrong(var problems) ->
                    throw bad(problems, Optional.of(folder(typed)), files.texts());
        };
    }

    /** The folder that paths in the workflow are relative to. */
    Path folder() {
        return WorkflowFile.folder(file);
    }

    /** The folder as the user wrote it. */
    String shownFolder() {
        return folder(typed);
    }

    /** The address of the workflow's own target, as {@code --arm} takes it; empty: Azure's. */
    Optional<String> arm() {
        return workflow.target()
                .flatMap(
                        target ->
                                switch (target) {
                                    case Target.Azure _ -> Optional.empty();
                                    case Target.Url(var origin) -> Optional.of(origin.toString());
                                    case Target.Embedded(var world) ->
                                            Optional.of(
                                                    "embedded:"
                                                            + Path.of(folder(typed))
                                                                    .resolve(world));
                                });
    }

    /**
     * @throws BadInput if inputs are missing, unknown or of another type
     */
    RunRequest request(Arguments arguments, Surroundings around, Optional<String> subscription) {
        Map<String, String> given = given(arguments, around);
        return switch (InputValues.of(workflow, given, WorkflowFile.name(file))) {
            case InputValues.Result.Complete(var values) ->
                    RunRequest.of(WorkflowFile.name(file), files, workflow, values, subscription);
            case InputValues.Result.Wrong(var problems) ->
                    throw bad(problems, Optional.of(folder(typed)), files.texts());
        };
    }

    private static String folder(String typed) {
        Path folder = Path.of(typed).getParent();
        return folder == null ? "" : folder.toString();
    }

    /** Values by name, as texts. */
    static Map<String, String> given(Arguments arguments, Surroundings around) {
        var given = new LinkedHashMap<String, String>();
        for (String text : arguments.texts("--set")) {
            put(given, "--set", text, value -> value);
        }
        for (String text : arguments.texts("--set-file")) {
            put(
                    given,
                    "--set-file",
                    text,
                    name -> withoutLineBreak(InputFile.read(around, name, "file").text()));
        }
        return given;
    }

    /** As secrets, for a run that knows its inputs but those. */
    static SequencedMap<String, Value> secrets(Arguments arguments, Surroundings around) {
        var values = new LinkedHashMap<String, Value>();
        given(arguments, around).forEach((name, text) -> values.put(name, Value.of(text)));
        return values;
    }

    private static String withoutLineBreak(String text) {
        return text.replaceFirst("\\r?\\n\\z", "");
    }

    /** What is given is never shown: it may be a secret. */
    private static void put(
            Map<String, String> given, String key, String text, UnaryOperator<String> value) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw BadInput.of("'" + key + "' takes NAME=…, without spaces around the '='.", "");
        }
        String name = text.substring(0, equals);
        if (given.put(name, value.apply(text.substring(equals + 1))) != null) {
            throw BadInput.of("The input '" + name + "' is given twice.", "Give it once.");
        }
    }

    /**
     * @param folder of the workflow file as the user wrote it; empty where the file is not at hand
     * @param texts of the files, where they are at hand
     */
    static BadInput bad(
            List<Problem> problems, Optional<String> folder, Map<String, String> texts) {
        return new BadInput(
                problems.stream()
                        .map(
                                problem ->
                                        Complaint.at(
                                                place(problem, folder, texts),
                                                problem.message(),
                                                problem.hint().orElse("")))
                        .toList());
    }

    private static Complaint.Place place(
            Problem problem, Optional<String> folder, Map<String, String> texts) {
        String name = problem.place().file();
        String shown = folder.map(path -> Path.of(path).resolve(name).toString()).orElse(name);
        return Complaint.Place.in(
                shown,
                texts.getOrDefault(name, ""),
                problem.place().line(),
                problem.place().column());
    }
}
