package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.template.value.Value;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.StepAct;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.stage.NextAttempt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A step that runs {@code /bin/sh -e}. Lines {@code name=value} that it appends to the file named
 * in {@code BELAY_OUTPUT} are its outputs.
 */
final class ShellStep implements StepWork {

    private static final String OUTPUT = "BELAY_OUTPUT";

    private final RunSession session;
    private final StepAct.Shell shell;

    ShellStep(RunSession session, StepAct.Shell shell) {
        this.session = session;
        this.shell = shell;
    }

    @Override
    public Ready prepare(Step step, int attempt, StepNotes notes) {
        Values values = session.values();
        Value script = shell.run().resolveText(values);
        String text = Texts.hidden(shell.run(), values);
        var variables = new LinkedHashMap<String, String>();
        shell.env().forEach((name, value) -> variables.put(name, Texts.hidden(value, values)));
        Path folder =
                shell.workingDirectory()
                        .map(path -> session.outside().folder().resolve(Texts.open(path, values)))
                        .orElse(session.outside().folder());
        if (!Files.isDirectory(folder)) {
            return new Ready.Refused(
                    ArmError.of("NoSuchFolder", "There is no folder '" + folder + "'."));
        }
        var command = new ShellCommand(text, script.holdsSecret(), variables, folder);
        return StepWork.toAct(() -> run(command, step.timeout(), notes));
    }

    /** Nobody knows how far it came. */
    @Override
    public StepEnd settle(Step step, AttemptState attempt, StepNotes notes) {
        return step.rerunnable()
                ? StepEnd.of(StepStatus.INTERRUPTED)
                : StepEnd.of(StepStatus.FAILED, interrupted());
    }

    static ArmError interrupted() {
        return ArmError.of(
                NextAttempt.UNKNOWN_END,
                "The run's process died while the step ran: how far it came is not known. A step"
                        + " that may be run again says 'rerunnable: true'.");
    }

    private StepEnd run(ShellCommand command, Optional<Duration> timeout, StepNotes notes) {
        Path output = temporary();
        try {
            ShellCommand.End end =
                    command.with(Map.of(OUTPUT, output.toString())).run(session, timeout, notes);
            return switch (end) {
                case ShellCommand.End.Exited(var code) when code == 0 ->
                        StepEnd.succeeded(outputs(output, notes));
                case ShellCommand.End.Exited(var code) ->
                        new StepEnd(
                                StepStatus.FAILED,
                                outputs(output, notes),
                                Optional.of(
                                        ArmError.of(
                                                "ShellFailed", "It exited with " + code + ".")));
                case ShellCommand.End.NotStarted(var reason) ->
                        StepEnd.of(StepStatus.REFUSED, ArmError.of("ShellNotStarted", reason));
                case ShellCommand.End.TimedOut _ ->
                        StepEnd.of(
                                StepStatus.FAILED,
                                ArmError.of(
                                        "Timeout",
                                        "It did not end within "
                                                + timeout.orElseThrow()
                                                + "; it and all it had started were stopped."));
                case ShellCommand.End.Cancelled _ -> StepEnd.cancelled();
            };
        } finally {
            delete(output);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("belay", ".output");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary file can be made.", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file + "' cannot be deleted.", e);
        }
    }

    private static SequencedMap<String, Value> outputs(Path file, StepNotes notes) {
        var outputs = new LinkedHashMap<String, Value>();
        try {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    outputs.put(
                            line.substring(0, equals).strip(),
                            Value.of(line.substring(equals + 1)));
                } else if (!line.isBlank()) {
                    notes.say("A line of the output file is not 'name=value' and is left out.");
                }
            }
        } catch (IOException e) {
            notes.say("The output file cannot be read: " + e.getMessage());
        }
        return outputs;
    }
}
