package dev.belay.view.text;

import dev.belay.json.Json;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.json.JsonWriter;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunReport.StepLine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one step of a workflow run did and how it was undone, in sections: validation, saving the
 * existing state, deployment, outputs; and the same for its rollback.
 */
public final class StepLogText {

    private static final String ATTEMPT = "--- attempt ";
    private static final String UNDONE = ", undone";

    private final RunReport report;
    private final String step;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private StepLogText(RunReport report, String step, Style style) {
        this.report = report;
        this.step = step;
        this.style = style;
    }

    /**
     * @param step its name or id
     * @param owner who began the run
     * @param kept the step's log as the run kept it
     */
    public static List<String> of(
            RunReport report, String step, String owner, List<String> kept, Style style) {
        var text = new StepLogText(report, step, style);
        text.head(owner);
        text.parts(kept);
        return List.copyOf(text.lines);
    }

    private void head(String owner) {
        lines.add(style.strong("Step '" + step + "'" + line().map(StepLogText::kind).orElse("")));
        lines.add(
                "  of workflow '"
                        + report.workflow()
                        + "'"
                        + report.run().map(run -> ", run " + run).orElse(""));
        lines.add("  by " + owner);
        line().flatMap(StepLine::started)
                .ifPresent(
                        at ->
                                lines.add(
                                        "  began "
                                                + at
                                                + line().flatMap(StepLine::ended)
                                                        .map(
                                                                end ->
                                                                        ", took "
                                                                                + Names.clock(
                                                                                        Duration
                                                                                                .between(
                                                                                                        at,
                                                                                                        end)))
                                                        .orElse("")));
    }

    private static String kind(StepLine line) {
        return " (" + line.kind() + "), " + line.status().name();
    }

    private Optional<StepLine> line() {
        return report.phases().stream()
                .flatMap(phase -> phase.steps().stream())
                .flatMap(StepLogText::withInner)
                .filter(each -> each.name().equals(step))
                .findFirst();
    }

    private static Stream<StepLine> withInner(StepLine line) {
        return Stream.concat(
                Stream.of(line), line.inner().stream().flatMap(StepLogText::withInner));
    }

    private void parts(List<String> kept) {
        Optional<Provisioning> provisioning = line().flatMap(StepLine::provisioning);
        var part = new StepLogSections(provisioning, false, style);
        for (String text : kept) {
            if (text.startsWith(ATTEMPT)) {
                lines.addAll(part.lines());
                boolean undo = text.endsWith(UNDONE);
                title(text.substring(ATTEMPT.length()).replace(UNDONE, ""), undo);
                part = new StepLogSections(provisioning, undo, style);
            } else {
                Optional<Json> event = provisioning.flatMap(_ -> event(text));
                event.ifPresentOrElse(part::event, sink(part, text));
            }
        }
        lines.addAll(part.lines());
        if (provisioning.isPresent()) {
            outputs();
        }
    }

    private static Runnable sink(StepLogSections part, String text) {
        return () -> part.plain(text);
    }

    private void title(String attempt, boolean undo) {
        lines.add("");
        lines.add(
                style.strong(
                        undo
                                ? "ARM rollback, made by the run itself (of attempt "
                                        + attempt
                                        + ")"
                                : "Attempt " + attempt));
        if (undo) {
            report.rollbacks().stream()
                    .filter(each -> each.step().equals(step))
                    .filter(each -> Integer.toString(each.attempt()).equals(attempt))
                    .findFirst()
                    .ifPresent(this::times);
        }
    }

    private void times(RunReport.RollbackLine line) {
        line.started()
                .ifPresent(
                        at ->
                                lines.add(
                                        "  began "
                                                + at
                                                + line.verdict()
                                                        .map(verdict -> ", " + verdict.name())
                                                        .orElse("")));
        line.reason().map(RunWords::oneLine).ifPresent(reason -> lines.add("  " + reason));
    }

    private static Optional<Json> event(String text) {
        if (!text.startsWith("{\"type\":")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonReader.strict().read(text));
        } catch (JsonSyntaxException _) {
            return Optional.empty(); // cut in the log, because it was too long
        }
    }

    private void outputs() {
        line().filter(each -> !each.outputs().isEmpty())
                .ifPresent(
                        each -> {
                            lines.add("");
                            lines.add(style.strong("Outputs"));
                            each.outputs()
                                    .members()
                                    .forEach(
                                            (name, value) ->
                                                    lines.add(
                                                            "  "
                                                                    + name
                                                                    + " = "
                                                                    + value.asText()
                                                                            .orElseGet(
                                                                                    () ->
                                                                                            JsonWriter
                                                                                                    .compact(
                                                                                                            value))));
                        });
    }
}
