package dev.belay.cli.command;

import dev.belay.cli.wiring.Surroundings;
import dev.belay.cli.wiring.Wiring;
import dev.belay.json.JsonWriter;
import dev.belay.workflow.blueprint.BlueprintConversion;
import dev.belay.workflow.blueprint.BlueprintSource;
import dev.belay.workflow.blueprint.Conversion;
import dev.belay.workflow.blueprint.ConversionOptions;
import dev.belay.workflow.execution.RecordingFiles;
import dev.belay.workflow.source.DiskFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code belay blueprint convert}: an Azure Blueprints folder as an ARM template. */
public final class BlueprintCommand implements Command {

    private static final String CONVERT = "convert";

    private static final List<Option> OPTIONS =
            List.of(
                    Option.value(
                            "--assignment",
                            "FILE",
                            "The assignment: values of parameters, names and locations of resource"
                                    + " groups, locks."),
                    Option.value(
                            "-o|--out",
                            "FILE",
                            "Where the template is written. Default: standard output."),
                    Option.value(
                            "--parameters",
                            "FILE",
                            "Where the assignment's values are written, as a parameter file."
                                    + " Default: beside --out, as NAME.parameters.json."),
                    Option.flag(
                            "--without-locks",
                            "Leave out the assignment's locks. They have no equivalent in a"
                                    + " template and are refused otherwise."),
                    Option.flag("-h|--help", "Show this."));

    @Override
    public Grammar grammar() {
        return Grammar.command(
                        "blueprint", "Convert an Azure Blueprints folder to an ARM template.")
                .positional(CONVERT, "The only thing that it does.", true)
                .positional("FOLDER", "The folder that holds blueprint.json and artifacts.", true)
                .options(OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        Surroundings around = wiring.around();
        if (!arguments.positional(0).filter(CONVERT::equals).isPresent()) {
            throw BadInput.of(
                    "'belay blueprint' does nothing but 'convert'.",
                    "Write 'belay blueprint convert FOLDER'.");
        }
        Conversion.Converted converted = converted(arguments, around);
        String template = JsonWriter.pretty(converted.template());
        arguments
                .text("--out")
                .ifPresentOrElse(
                        file -> write(around, file, template),
                        () -> around.out().println(template));
        parameterFile(arguments)
                .ifPresent(
                        file -> write(around, file, JsonWriter.pretty(converted.parameterFile())));
        converted.notes().forEach(around.err()::println);
        return 0;
    }

    private static Conversion.Converted converted(Arguments arguments, Surroundings around) {
        var files = new RecordingFiles(new DiskFiles(around.workingDirectory()));
        String typed = arguments.positional(1).orElseThrow().replace('\\', '/');
        String folder = typed.endsWith("/") ? typed.substring(0, typed.length() - 1) : typed;
        Optional<String> assignment = arguments.text("--assignment");
        var options = new ConversionOptions(arguments.has("--without-locks"), assignment.isEmpty());
        Conversion conversion =
                switch (BlueprintSource.read(folder, assignment, files)) {
                    case BlueprintSource.Result.Wrong(var problems) ->
                            new Conversion.Wrong(problems);
                    case BlueprintSource.Result.Found(var source) ->
                            BlueprintConversion.convert(source, options);
                };
        return switch (conversion) {
            case Conversion.Converted converted -> converted;
            case Conversion.Wrong(var problems) ->
                    throw WorkflowInput.bad(problems, Optional.of(""), files.texts());
        };
    }

    private static Optional<String> parameterFile(Arguments arguments) {
        Optional<String> named = arguments.text("--parameters");
        return named.isPresent() || arguments.text("--assignment").isEmpty()
                ? named
                : arguments
                        .text("--out")
                        .map(file -> file.replaceFirst("\\.json$", "") + ".parameters.json");
    }

    private static void write(Surroundings around, String file, String text) {
        Path path = around.path(file);
        try {
            Files.writeString(path, text + "\n");
        } catch (IOException failed) {
            throw BadInput.of("'" + file + "' cannot be written: " + failed + ".", "");
        }
    }
}
