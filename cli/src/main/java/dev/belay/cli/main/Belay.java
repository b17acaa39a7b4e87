package dev.belay.cli.main;

import dev.belay.cli.command.ApproveCommand;
import dev.belay.cli.command.Arguments;
import dev.belay.cli.command.BadInput;
import dev.belay.cli.command.BlueprintCommand;
import dev.belay.cli.command.CancelCommand;
import dev.belay.cli.command.Command;
import dev.belay.cli.command.DeployCommand;
import dev.belay.cli.command.EmulatorCommand;
import dev.belay.cli.command.Grammar;
import dev.belay.cli.command.GrammarParser;
import dev.belay.cli.command.Help;
import dev.belay.cli.command.ListCommand;
import dev.belay.cli.command.Nearest;
import dev.belay.cli.command.RejectCommand;
import dev.belay.cli.command.ResumeCommand;
import dev.belay.cli.command.RollbackCommand;
import dev.belay.cli.command.RunCommand;
import dev.belay.cli.command.RunsCommand;
import dev.belay.cli.command.ShowCommand;
import dev.belay.cli.command.TemplateCommand;
import dev.belay.cli.command.TryCommand;
import dev.belay.cli.command.Unreachable;
import dev.belay.cli.wiring.Surroundings;
import dev.belay.cli.wiring.Wiring;
import dev.belay.transaction.log.StoreException;
import dev.belay.view.json.JsonLines;
import dev.belay.view.text.Complaint;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** The program as a function: a command line in, an exit code out. */
public final class Belay {

    /** Exit code of an error that nobody expected. */
    public static final int UNEXPECTED = 1;

    /** Exit code of arguments and files that cannot be used. */
    public static final int BAD_INPUT = 2;

    /** Exit code where nothing was touched because somebody said no, or nothing. */
    public static final int NOTHING_TOUCHED = 6;

    private static final List<Command> COMMANDS =
            List.of(
                    new DeployCommand(),
                    new RollbackCommand(),
                    new ResumeCommand(),
                    new ListCommand(),
                    new ShowCommand(),
                    new RunCommand(),
                    new RunsCommand(),
                    new ApproveCommand(),
                    new RejectCommand(),
                    new CancelCommand(),
                    new BlueprintCommand(),
                    new TryCommand(),
                    new TemplateCommand(),
                    new EmulatorCommand());

    private static final List<String> LATER = List.of("types");

    private static final String STORE_ADVICE =
            "Nothing was sent to ARM, and what is kept stays as it is. Make room, or mend the"
                    + " store, then run the command again.";

    private static final String SEE_HELP = "See 'belay --help'.";

    private Belay() {}

    /** Runs one command line; nothing is thrown. */
    public static int run(List<String> arguments, Wiring wiring) {
        Surroundings around = wiring.around();
        try {
            return dispatch(arguments, wiring);
        } catch (BadInput bad) {
            return complain(around, arguments, bad.complaints(), BAD_INPUT);
        } catch (Unreachable absent) {
            return complain(around, arguments, List.of(absent.complaint()), NOTHING_TOUCHED);
        } catch (StoreException failed) {
            var complaint =
                    Complaint.of(
                            String.valueOf(failed.getMessage()),
                            failed.advice().orElse(STORE_ADVICE));
            return complain(around, arguments, List.of(complaint), UNEXPECTED);
        } catch (RuntimeException unexpected) {
            return unexpected(around, unexpected);
        }
    }

    private static int dispatch(List<String> arguments, Wiring wiring) {
        PrintStream out = wiring.around().out();
        String first = arguments.isEmpty() ? "--help" : arguments.getFirst();
        return switch (first) {
            case "-h", "--help", "help" -> help(arguments, out);
            case "-V", "--version" -> version(out);
            default -> command(command(first), arguments.subList(1, arguments.size()), wiring);
        };
    }

    private static int command(Command command, List<String> arguments, Wiring wiring) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            wiring.around().out().print(Help.of(command.grammar()));
            return 0;
        }
        Arguments parsed = new GrammarParser(command.grammar()).parse(arguments);
        return command.run(parsed, wiring);
    }

    private static int version(PrintStream out) {
        out.println("belay " + Version.text());
        return 0;
    }

    private static int help(List<String> arguments, PrintStream out) {
        if (arguments.size() > 1 && arguments.getFirst().equals("help")) {
            out.print(Help.of(command(arguments.get(1)).grammar()));
        } else {
            out.print(Overview.of(COMMANDS.stream().map(Command::grammar).toList()));
        }
        return 0;
    }

    private static Command command(String name) {
        Optional<Command> found =
                COMMANDS.stream()
                        .filter(command -> command.grammar().name().equals(name))
                        .findFirst();
        return found.orElseThrow(() -> noSuchCommand(name));
    }

    private static BadInput noSuchCommand(String name) {
        if (LATER.contains(name)) {
            return BadInput.of("'belay " + name + "' is not built yet.", SEE_HELP);
        }
        List<String> names = COMMANDS.stream().map(Command::grammar).map(Grammar::name).toList();
        String near = Nearest.to(name, names).map(n -> "Did you mean '" + n + "'? ").orElse("");
        return BadInput.of("There is no command '" + name + "'.", near + SEE_HELP);
    }

    private static int complain(
            Surroundings around, List<String> arguments, List<Complaint> complaints, int exit) {
        for (Complaint complaint : complaints) {
            complaint.lines().forEach(around.err()::println);
        }
        if (wantsJson(arguments)) {
            around.out().println(JsonLines.complaints(complaints, exit));
        }
        return exit;
    }

    private static boolean wantsJson(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            boolean named = word.equals("-o") || word.equals("--output");
            boolean next = i + 1 < arguments.size() && arguments.get(i + 1).equals("json");
            if ((named && next) || List.of("--output=json", "-o=json", "-ojson").contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static int unexpected(Surroundings around, RuntimeException unexpected) {
        around.err().println("Something went wrong inside Belay: " + unexpected);
        around.err().println("  Please report it; set BELAY_TRACE=1 to see where.");
        if (around.variable("BELAY_TRACE").isPresent()) {
            unexpected.printStackTrace(around.err());
        }
        return UNEXPECTED;
    }
}
