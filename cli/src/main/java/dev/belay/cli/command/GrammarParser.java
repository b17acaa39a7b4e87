package dev.belay.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Reads a command line by its grammar, with picocli's model built by hand: no reflection. */
public final class GrammarParser {

    private final Grammar grammar;

    public GrammarParser(Grammar grammar) {
        this.grammar = grammar;
    }

    /**
     * @param arguments those after the command's name
     * @throws BadInput naming everything that is wrong with them
     */
    public Arguments parse(List<String> arguments) {
        CommandLine line = commandLine();
        ParseResult parsed;
        try {
            parsed = line.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.UnmatchedArgumentException unmatched) {
            throw unknown(unmatched.getUnmatched());
        } catch (CommandLine.OverwrittenOptionException twice) {
            throw BadInput.of(
                    "'" + ((OptionSpec) twice.getOverwritten()).longestName() + "' is given twice.",
                    "Give it once.");
        } catch (CommandLine.MissingParameterException missing) {
            throw missing(missing);
        } catch (CommandLine.ParameterException other) {
            throw BadInput.of(sentence(other), seeHelp());
        }
        refuseUnbuilt(parsed);
        return read(parsed, arguments);
    }

    private CommandLine commandLine() {
        CommandSpec spec = CommandSpec.create().name("belay " + grammar.name());
        for (Option option : grammar.options()) {
            spec.addOption(
                    OptionSpec.builder(option.names().toArray(String[]::new))
                            .arity(option.isFlag() ? "0" : "1")
                            .type(option.isFlag() ? boolean.class : List.class)
                            .auxiliaryTypes(option.isFlag() ? boolean.class : String.class)
                            .paramLabel(option.label())
                            .build());
        }
        spec.addPositional(
                PositionalParamSpec.builder()
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .build());
        return new CommandLine(spec)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setUnmatchedOptionsArePositionalParams(false)
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setAllowOptionsAsOptionParameters(false);
    }

    private Arguments read(ParseResult parsed, List<String> arguments) {
        var options = new LinkedHashMap<String, List<String>>();
        for (Option option : grammar.options()) {
            OptionSpec matched = parsed.matchedOption(option.key());
            if (matched == null) {
                continue;
            }
            List<String> values = option.isFlag() ? List.of("") : matched.stringValues();
            if (values.size() > 1 && !option.many()) {
                throw BadInput.of("'" + option.key() + "' is given twice.", "Give it once.");
            }
            options.put(option.key(), values);
        }
        return new Arguments(options, positionals(parsed, arguments));
    }

    private List<String> positionals(ParseResult parsed, List<String> arguments) {
        List<String> values =
                parsed.matchedPositionals().stream()
                        .findFirst()
                        .map(positional -> positional.stringValues())
                        .orElse(List.of());
        List<Grammar.Positional> wanted = grammar.positionals();
        if (values.size() > wanted.size()) {
            throw surplus(values.get(wanted.size()), arguments);
        }
        for (Grammar.Positional positional : wanted.subList(values.size(), wanted.size())) {
            if (positional.required()) {
                throw BadInput.of(positional.label() + " is missing.", seeHelp());
            }
        }
        return values;
    }

    /** A word that is not expected may be a secret: only its place is told, or its name. */
    private BadInput surplus(String word, List<String> arguments) {
        String name = word.split("=", 2)[0];
        return word.contains("=") && name.matches("[A-Za-z0-9_]+")
                ? BadInput.of(
                        "'" + name + "=…' stands alone.",
                        "Write it as: " + setting() + " " + name + "=…")
                : BadInput.of(
                        "Word "
                                + (arguments.lastIndexOf(word) + 1)
                                + " after 'belay "
                                + grammar.name()
                                + "' is one too many.",
                        seeHelp());
    }

    private String setting() {
        boolean inputs = grammar.options().stream().anyMatch(each -> each.key().equals("--set"));
        return inputs ? "--set" : "-p";
    }

    private void refuseUnbuilt(ParseResult parsed) {
        List<String> unbuilt =
                grammar.options().stream()
                        .filter(option -> !option.built())
                        .filter(option -> parsed.hasMatchedOption(option.key()))
                        .map(option -> "'" + option.key() + "'")
                        .toList();
        if (!unbuilt.isEmpty()) {
            throw BadInput.of(
                    String.join(", ", unbuilt)
                            + (unbuilt.size() == 1 ? " is" : " are")
                            + " not built yet.",
                    "Leave it out, or wait for a later version of Belay.");
        }
    }

    private BadInput unknown(List<String> unmatched) {
        String first = unmatched.getFirst();
        // what follows a '=' may be a secret
        String name = first.startsWith("-") ? first.split("=", 2)[0] : first;
        Stream<String> known =
                grammar.options().stream()
                        .filter(Option::built)
                        .flatMap(option -> option.names().stream());
        return BadInput.of(
                "Unknown option '" + name + "' of 'belay " + grammar.name() + "'.",
                Nearest.to(name, known.toList())
                                .map(near -> "Did you mean '" + near + "'? ")
                                .orElse("")
                        + seeHelp());
    }

    private BadInput missing(CommandLine.MissingParameterException missing) {
        var names = new ArrayList<String>();
        missing.getMissing().stream()
                .filter(OptionSpec.class::isInstance)
                .map(spec -> ((OptionSpec) spec).longestName())
                .forEach(names::add);
        return BadInput.of(
                names.isEmpty()
                        ? sentence(missing)
                        : "'" + String.join("', '", names) + "' needs a value.",
                seeHelp());
    }

    private static String sentence(Exception problem) {
        return String.valueOf(problem.getMessage()).split("=", 2)[0] + ".";
    }

    private String seeHelp() {
        return "See 'belay " + grammar.name() + " --help'.";
    }
}
