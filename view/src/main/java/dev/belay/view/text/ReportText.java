package dev.belay.view.text;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonWriter;
import dev.belay.transaction.change.Finding;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A report for a person: what was saved, what failed, what was undone, what is left, the verdict.
 */
public final class ReportText {

    private static final int WORD = 12;
    private static final String LEAVE = "LeaveAlone";
    private static final String INDENT = "  ";

    private final Report report;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private ReportText(Report report, Style style) {
        this.report = report;
        this.style = style;
    }

    /** Lines without line breaks; a blank one before each part. */
    public static List<String> of(Report report, Style style) {
        var text = new ReportText(report, style);
        switch (report.verdict()) {
            case RESTORED, RESTORED_WITH_RESIDUE, NOT_RESTORED -> {
                text.saved();
                text.failure("What failed");
                text.undone();
            }
            case KEPT -> text.failure("What failed");
            case REFUSED, UNTOUCHED -> text.failure("Why");
            case COMMITTED -> text.outputs();
            case SKIPPED -> {}
        }
        if (report.verdict() != Verdict.SKIPPED) {
            text.findings("Left alone: changed by others", report.leftAlone());
            text.findings("Left different", report.residue());
        }
        text.verdict();
        return List.copyOf(text.lines);
    }

    private void heading(String text) {
        lines.add("");
        lines.add(style.strong(text));
    }

    private void saved() {
        if (report.saved().isEmpty()) {
            return;
        }
        heading("Saved before the deployment");
        for (Report.Saved saved : report.saved()) {
            lines.add(INDENT + word(saved.present() ? "present" : "absent") + name(saved.id()));
        }
    }

    private void failure(String title) {
        report.failure()
                .ifPresent(
                        failure -> {
                            heading(title);
                            failure.target().ifPresent(id -> lines.add(INDENT + name(id)));
                            String status =
                                    failure.status().map(text -> " (" + text + ")").orElse("");
                            lines.add(INDENT + style.bad(failure.error().code()) + status);
                            failure.error()
                                    .message()
                                    .lines()
                                    .forEach(line -> lines.add(INDENT + line));
                            failure.error()
                                    .details()
                                    .forEach(
                                            inner ->
                                                    lines.add(
                                                            INDENT
                                                                    + INDENT
                                                                    + inner.code()
                                                                    + ": "
                                                                    + inner.message()));
                        });
    }

    private void undone() {
        List<Report.Step> acts =
                report.steps().stream().filter(step -> !step.kind().equals(LEAVE)).toList();
        if (acts.isEmpty()) {
            return;
        }
        heading("Undone, in this order");
        for (Report.Step step : acts) {
            lines.add(INDENT + word(StepWords.past(step.kind(), step.status())) + name(step.id()));
            paths(step.paths());
            step.error()
                    .ifPresent(
                            error ->
                                    lines.add(
                                            INDENT
                                                    + word("")
                                                    + style.bad(error.code())
                                                    + ": "
                                                    + error.message()));
        }
    }

    private void findings(String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        heading(title);
        for (Finding finding : findings) {
            lines.add(INDENT + name(finding.id()));
            finding.paths().stream()
                    .filter(path -> !path.equals(JsonPointer.ROOT))
                    .forEach(path -> lines.add(INDENT + INDENT + style.faint(path.toString())));
            lines.add(INDENT + INDENT + finding.text());
        }
    }

    private void paths(List<JsonPointer> paths) {
        paths.forEach(path -> lines.add(INDENT + word("") + style.faint(path.toString())));
    }

    private void outputs() {
        if (report.outputs().isEmpty()) {
            return;
        }
        heading("Outputs");
        for (Map.Entry<String, Json> output : report.outputs().members().entrySet()) {
            String value =
                    output.getValue()
                            .at("/value")
                            .map(json -> json.asText().orElseGet(() -> JsonWriter.compact(json)))
                            .orElse("(secure)");
            lines.add(INDENT + output.getKey() + " = " + value);
        }
    }

    private void verdict() {
        lines.add("");
        String name = report.verdict().name();
        lines.add(
                switch (report.verdict()) {
                            case COMMITTED, RESTORED, SKIPPED -> style.good(name);
                            case RESTORED_WITH_RESIDUE, UNTOUCHED, KEPT -> style.doubtful(name);
                            case NOT_RESTORED, REFUSED -> style.bad(name);
                        }
                        + "  "
                        + VerdictWords.meaning(report));
        report.notes().forEach(note -> lines.add(INDENT + note));
        VerdictWords.next(report).ifPresent(next -> lines.add(INDENT + next));
    }

    private String name(ResourceId id) {
        return Names.within(report.scope(), id);
    }

    private static String word(String word) {
        return word + " ".repeat(Math.max(0, WORD - word.length()));
    }
}
