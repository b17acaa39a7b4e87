package dev.belay.cli.command;

import dev.belay.arm.ResourceId;
import dev.belay.cli.wiring.ServedFolder;
import dev.belay.cli.wiring.Wiring;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.view.text.Complaint;
import dev.belay.view.text.ExpectationText;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code belay try DIR}: runs an example in a temporary copy of its folder, in an embedded ARM, and
 * compares what came with what the example expects.
 */
public final class TryCommand implements Command {

    private static final int DIFFERS = 1;
    private static final int BAD_INPUT = 2;
    private static final String NONE = "no report";
    private static final String STORE = ".belay-store";

    private final DeployCommand deploy = new DeployCommand();
    private final RunCommand run = new RunCommand();

    @Override
    public Grammar grammar() {
        return Grammar.command("try", "Run an example folder in an embedded ARM and check it.")
                .positional(
                        "DIR",
                        "The folder; its try.json names a deployment or a workflow, and what is"
                                + " expected.",
                        true)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        Output output = Output.of(arguments, wiring.around());
        String name = arguments.positional(0).orElseThrow();
        Path folder = wiring.around().path(name);
        if (!Files.isDirectory(folder)) {
            throw new BadInput(
                    List.of(
                            Complaint.at(
                                    Complaint.Place.of(name),
                                    "There is no such folder.",
                                    "Name a folder with a try.json, for instance"
                                            + " examples/webshop.")));
        }
        Example example =
                ExampleReader.read(
                        InputFile.read(
                                wiring.around(), Path.of(name, "try.json").toString(), "try.json"));
        try (ExampleCopy copy = ExampleCopy.of(folder)) {
            Tried came = served(example, wiring.in(copy.directory()), arguments, output);
            List<Expectation> expectations = expectations(example.expected(), came);
            output.gap();
            expectations.forEach(each -> each.show(output));
            return expectations.stream().allMatch(Expectation::met) ? 0 : DIFFERS;
        }
    }

    private Tried served(Example example, Wiring there, Arguments arguments, Output output) {
        if (example.served().isEmpty()) {
            return tried(example, List.of(), there, arguments, output);
        }
        Example.Served what = example.served().get();
        Path folder = there.around().path(what.folder());
        if (!Files.isDirectory(folder)) {
            throw BadInput.of(
                    "There is no folder '" + what.folder() + "' to be served.",
                    "It is relative to the example's folder.");
        }
        try (ServedFolder serving = there.served(folder)) {
            List<String> setting = List.of("--set", what.input() + "=" + serving.address());
            return tried(example, setting, there, arguments, output);
        }
    }

    /**
     * The deployment, or the run; input that is refused is an ending like others, for an example
     * may show it.
     */
    private Tried tried(
            Example example,
            List<String> further,
            Wiring there,
            Arguments arguments,
            Output output) {
        var words = new ArrayList<>(example.arguments());
        words.addAll(further);
        example.world().ifPresent(world -> words.addAll(List.of("--arm", "embedded:" + world)));
        words.addAll(List.of("--store", STORE));
        arguments.text("--output").ifPresent(form -> words.addAll(List.of("--output", form)));
        try {
            return example.workflow()
                    ? Tried.of(
                            run.run(
                                    new GrammarParser(run.grammar()).parse(words),
                                    there,
                                    output,
                                    example.answers()))
                    : Tried.of(
                            deploy.deploy(
                                    new GrammarParser(deploy.grammar()).parse(words),
                                    there,
                                    output));
        } catch (BadInput bad) {
            bad.complaints().forEach(each -> each.lines().forEach(output::aside));
            return Tried.nothing(BAD_INPUT);
        }
    }

    /** One thing that was expected, with what came. */
    private record Expectation(String name, String expected, String came, boolean met) {

        void show(Output output) {
            output.either(
                    JsonObject.builder()
                            .put("type", "expectation")
                            .put("name", name)
                            .put("expected", expected)
                            .put("came", came)
                            .put("met", Json.of(met))
                            .build(),
                    ExpectationText.of(name, expected, came, met, output.style()));
        }
    }

    private static List<Expectation> expectations(Example.Expected expected, Tried came) {
        var all = new ArrayList<Expectation>();
        expected.verdict()
                .ifPresent(
                        verdict -> all.add(equal("verdict", verdict, came.verdict().orElse(NONE))));
        expected.exit().ifPresent(exit -> all.add(equal("exit", "" + exit, "" + came.exit())));
        expected.failedCode()
                .ifPresent(
                        code ->
                                all.add(
                                        equal(
                                                "failedCode",
                                                code,
                                                came.failedCode().orElse("nothing"))));
        expected.leftAlone()
                .ifPresent(
                        ids ->
                                all.add(
                                        equal(
                                                "leftAlone",
                                                ids(ids.stream().map(ResourceId::of).toList()),
                                                ids(came.leftAlone()))));
        return all;
    }

    private static Expectation equal(String name, String expected, String came) {
        return new Expectation(name, expected, came, expected.equalsIgnoreCase(came));
    }

    private static String ids(List<ResourceId> ids) {
        List<String> sorted = ids.stream().distinct().sorted().map(ResourceId::path).toList();
        return sorted.isEmpty() ? "nothing" : String.join(", ", sorted);
    }
}
