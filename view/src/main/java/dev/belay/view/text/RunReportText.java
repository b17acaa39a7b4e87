package dev.belay.view.text;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;
import dev.belay.json.JsonWriter;
import dev.belay.transaction.change.Finding;
import dev.belay.transaction.event.Report;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunReport.PhaseLine;
import dev.belay.workflow.event.RunReport.RollbackLine;
import dev.belay.workflow.event.RunReport.StepLine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A workflow run for a person: phases, steps, rollback steps, the verdict. */
public final class RunReportText {

    private static final int STATUS = 14;
    private static final String INDENT = "  ";
    private static final String LEAVE = "LeaveAlone";

    private final RunReport report;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private RunReportText(RunReport report, Style style) {
        this.report = report;
        this.style = style;
    }

    /** Lines without line breaks; a blank one before each part. */
    public static List<String> of(RunReport report, Style style) {
        var text = new RunReportText(report, style);
        text.head();
        report.phases().forEach(text::phase);
        text.rollbacks();
        text.waiting();
        text.verdict();
        return List.copyOf(text.lines);
    }

    private void head() {
        lines.add("");
        String id = report.run().map(run -> ", run " + run).orElse("");
        lines.add(style.strong("Workflow '" + report.workflow() + "'" + id));
        report.opened()
                .ifPresent(
                        at ->
                                lines.add(
                                        INDENT
                                                + style.faint(
                                                        "began "
                                                                + at
                                                                + took(
                                                                        report.opened(),
                                                                        report.ended()))));
    }

    private void phase(PhaseLine phase) {
        lines.add("");
        lines.add(
                INDENT
                        + status(phase.status().name())
                        + style.strong("phase " + phase.name())
                        + took(phase.started(), phase.ended()));
        phase.reason()
                .map(RunWords::oneLine)
                .ifPresent(reason -> lines.add(INDENT + pad() + reason));
        phase.steps().forEach(step -> step(step, INDENT + INDENT));
    }

    private void step(StepLine step, String indent) {
        String attempts = step.attempts() > 1 ? ", " + step.attempts() + " attempts" : "";
        lines.add(
                indent
                        + status(step.status().name())
                        + step.name()
                        + style.faint(
                                " ("
                                        + step.kind()
                                        + attempts
                                        + took(step.started(), step.ended())
                                        + ")"));
        step.provisioning()
                .ifPresent(
                        what ->
                                lines.add(
                                        indent
                                                + pad()
                                                + style.faint(
                                                        Names.of(what.scope())
                                                                + ", "
                                                                + what.mode()
                                                                + ", deployment '"
                                                                + what.deployment()
                                                                + "', transaction "
                                                                + what.transaction())));
        step.reason()
                .map(RunWords::oneLine)
                .ifPresent(reason -> lines.add(indent + pad() + reason));
        step.error().ifPresent(error -> error(error, indent));
        outputs(step, indent);
        step.inner().forEach(inner -> step(inner, indent + INDENT));
    }

    private void error(ArmError error, String indent) {
        lines.add(
                indent
                        + pad()
                        + style.bad(error.code())
                        + ": "
                        + RunWords.oneLine(error.message()));
        error.details()
                .forEach(
                        inner ->
                                lines.add(
                                        indent
                                                + pad()
                                                + INDENT
                                                + inner.code()
                                                + ": "
                                                + RunWords.oneLine(inner.message())));
    }

    private void outputs(StepLine step, String indent) {
        for (Map.Entry<String, Json> output : step.outputs().members().entrySet()) {
            String value =
                    output.getValue()
                            .asText()
                            .orElseGet(() -> JsonWriter.compact(output.getValue()));
            String line = value.lines().findFirst().orElse("");
            String shown = line.length() > 80 || !line.equals(value) ? cut(line) : line;
            lines.add(indent + pad() + output.getKey() + " = " + shown);
        }
    }

    private static String cut(String line) {
        return line.substring(0, Math.min(80, line.length())) + " …";
    }

    private void rollbacks() {
        if (report.rollbacks().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(style.strong("Rollback steps, made by the run itself, in this order"));
        report.rollbacks().forEach(this::rollback);
    }

    private void rollback(RollbackLine line) {
        String attempt = line.attempt() > 1 ? ", attempt " + line.attempt() : "";
        lines.add(
                INDENT
                        + status(line.verdict().map(Enum::name).orElse("RUNNING"))
                        + "rollback of "
                        + line.step()
                        + attempt
                        + style.faint(took(line.started(), line.ended())));
        line.reason()
                .map(RunWords::oneLine)
                .ifPresent(reason -> lines.add(INDENT + pad() + reason));
        line.transaction().ifPresent(this::transaction);
    }

    private void transaction(Report transaction) {
        for (Report.Step step : transaction.steps()) {
            if (!step.kind().equals(LEAVE)) {
                lines.add(
                        INDENT
                                + pad()
                                + StepWords.past(step.kind(), step.status())
                                + " "
                                + Names.within(transaction.scope(), step.id())
                                + step.error().map(e -> ": " + e.code()).orElse(""));
            }
        }
        findings("left alone, changed by others", transaction, transaction.leftAlone());
        findings("left different", transaction, transaction.residue());
    }

    private void findings(String what, Report transaction, List<Finding> findings) {
        for (Finding finding : findings) {
            lines.add(
                    INDENT
                            + pad()
                            + style.doubtful(what)
                            + ": "
                            + Names.within(transaction.scope(), finding.id())
                            + ": "
                            + finding.text());
        }
    }

    private void waiting() {
        String run = report.run().orElse("");
        for (RunReport.Question question : report.waiting()) {
            lines.add("");
            lines.add(style.doubtful("Waiting for an answer: ") + question.message());
            question.deadline().ifPresent(end -> lines.add(INDENT + "until " + end));
            lines.add(INDENT + "belay approve " + run + " --step '" + question.subject() + "'");
            lines.add(INDENT + "belay reject " + run + " --step '" + question.subject() + "'");
        }
    }

    private void verdict() {
        lines.add("");
        report.verdict()
                .ifPresentOrElse(
                        verdict ->
                                lines.add(
                                        switch (verdict) {
                                                    case COMMITTED, RESTORED ->
                                                            style.good(verdict.name());
                                                    case RESTORED_WITH_RESIDUE, UNTOUCHED, KEPT ->
                                                            style.doubtful(verdict.name());
                                                    case FAILED, NOT_RESTORED, REFUSED ->
                                                            style.bad(verdict.name());
                                                }
                                                + "  "
                                                + RunWords.meaning(report)),
                        () -> lines.add(style.doubtful("UNFINISHED")));
        report.cause()
                .ifPresent(
                        cause ->
                                lines.add(
                                        INDENT
                                                + cause.code()
                                                + ": "
                                                + RunWords.oneLine(cause.message())));
        report.notes().forEach(note -> lines.add(INDENT + note));
        RunWords.next(report).ifPresent(next -> lines.add(INDENT + next));
    }

    private static String took(Optional<Instant> started, Optional<Instant> ended) {
        return started.isPresent() && ended.isPresent()
                ? ", took " + Names.clock(Duration.between(started.get(), ended.get()))
                : "";
    }

    private String status(String name) {
        String word = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return RunWords.coloured(word, style) + " ".repeat(Math.max(1, STATUS - word.length()));
    }

    private static String pad() {
        return " ".repeat(STATUS);
    }
}
