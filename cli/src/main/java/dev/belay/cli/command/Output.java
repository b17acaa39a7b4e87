package dev.belay.cli.command;

import dev.belay.arm.Clock;
import dev.belay.arm.Scope;
import dev.belay.cli.wiring.Surroundings;
import dev.belay.cli.wiring.TerminalSize;
import dev.belay.json.Json;
import dev.belay.json.JsonWriter;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.view.json.JsonLines;
import dev.belay.view.text.ProgressText;
import dev.belay.view.text.ReportText;
import dev.belay.view.text.RunProgressText;
import dev.belay.view.text.RunReportText;
import dev.belay.view.text.RunTree;
import dev.belay.view.text.Style;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.event.RunReport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where results go, and in which form: for a person or for a program. */
final class Output {

    static final List<Option> OPTIONS =
            List.of(
                    Option.value(
                            "-o|--output",
                            "FORMAT",
                            "text, or json: one event a line, the report last. Default: text."),
                    Option.flag("-h|--help", "Show this."));

    private final Surroundings around;
    private final boolean json;
    private final Style style;

    private Output(Surroundings around, boolean json) {
        this.around = around;
        this.json = json;
        this.style = around.colours() ? Style.COLOURED : Style.PLAIN;
    }

    static Output of(Arguments arguments, Surroundings around) {
        boolean json =
                arguments
                        .oneOf("--output", List.of("text", "json"))
                        .filter("json"::equals)
                        .isPresent();
        return new Output(around, json);
    }

    /**
     * Shows events as they come, timed by the clock from now on.
     *
     * @param scope where the deployment is
     */
    Consumer<TransactionEvent> events(Clock clock, Scope scope) {
        Instant start = clock.now();
        var progress = new ProgressText(style, scope);
        return event -> {
            Duration elapsed = Duration.between(start, clock.now());
            if (json) {
                line(JsonLines.event(event, elapsed));
            } else {
                progress.lines(event, elapsed).forEach(this::line);
            }
        };
    }

    /** Shows the events of a workflow run as they come, timed by the clock from now on. */
    Consumer<RunEvent> runEvents(Clock clock) {
        Instant start = clock.now();
        var progress = new RunProgressText(style);
        return event -> {
            Duration elapsed = Duration.between(start, clock.now());
            if (json) {
                line(JsonLines.event(event, elapsed));
            } else {
                progress.lines(event, elapsed).forEach(this::line);
            }
        };
    }

    /**
     * The same as a tree on a terminal that is drawn anew after each event; else as lines.
     *
     * @param before how the run stood so far, where it is gone on with
     */
    Consumer<RunEvent> runEvents(
            Clock clock,
            Workflow workflow,
            Optional<RunReport> before,
            Supplier<TerminalSize> size) {
        if (json || !around.redraws()) {
            return runEvents(clock);
        }
        Instant start = clock.now();
        var tree = new RunTree(workflow, style);
        before.ifPresent(tree::begin);
        var screen = new Screen(around.out(), size.get());
        return event -> {
            tree.add(event, Duration.between(start, clock.now()));
            screen.draw(tree.lines());
        };
    }

    void report(RunReport report) {
        either(report.toJson(), RunReportText.of(report, style));
    }

    /** Whether a program reads what is printed. */
    boolean forPrograms() {
        return json;
    }

    void report(Report report) {
        if (json) {
            line(JsonLines.report(report));
        } else {
            ReportText.of(report, style).forEach(this::line);
        }
    }

    /** One result in both its forms. */
    void either(Json value, List<String> text) {
        if (json) {
            line(JsonWriter.compact(value));
        } else {
            text.forEach(this::line);
        }
    }

    /** A line for a person only. */
    void note(String text) {
        if (!json) {
            line(text);
        }
    }

    /** Sets what follows apart, for a person. */
    void gap() {
        note("");
    }

    /** A sentence aside from the results. */
    void aside(String sentence) {
        around.err().println(sentence);
        around.err().flush();
    }

    Style style() {
        return style;
    }

    private void line(String line) {
        around.out().println(line);
        around.out().flush();
    }
}
