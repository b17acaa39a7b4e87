package dev.belay.view.html;

import dev.belay.transaction.change.Finding;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.plan.StepStatus;
import dev.belay.view.text.Names;
import dev.belay.view.text.StepWords;

import java.util.List;
import java.util.Optional;

/**
 * What the undo of a transaction did and what it left.
 *
 * @param steps in order
 * @param residue what is different from before and ours
 * @param leftAlone what others changed
 */
record Undo(List<Parts.Item> steps, List<Parts.Item> residue, List<Parts.Item> leftAlone) {

    private static final String LEAVE = "LeaveAlone";

    static Undo of(Report report) {
        return new Undo(
                report.steps().stream()
                        .filter(step -> !step.kind().equals(LEAVE))
                        .map(step -> step(report, step))
                        .toList(),
                report.residue().stream().map(finding -> finding(report, finding)).toList(),
                report.leftAlone().stream().map(finding -> finding(report, finding)).toList());
    }

    boolean isEmpty() {
        return steps.isEmpty() && residue.isEmpty() && leftAlone.isEmpty();
    }

    private static Parts.Item step(Report report, Report.Step step) {
        return new Parts.Item(
                Optional.of(
                        new Status(
                                tone(step.status()), StepWords.past(step.kind(), step.status()))),
                Names.within(report.scope(), step.id()),
                step.paths().stream().map(Object::toString).toList(),
                step.error().map(error -> error.code() + ": " + error.message()).orElse(""));
    }

    private static Tone tone(Optional<StepStatus> status) {
        return status.map(
                        ended ->
                                switch (ended) {
                                    case DONE, ALREADY_DONE -> Tone.GOOD;
                                    case BLOCKED, FAILED -> Tone.BAD;
                                    case OVERTAKEN -> Tone.DOUBTFUL;
                                })
                .orElse(Tone.BUSY);
    }

    private static Parts.Item finding(Report report, Finding finding) {
        return new Parts.Item(
                Optional.empty(),
                Names.within(report.scope(), finding.id()),
                finding.paths().stream().map(Object::toString).toList(),
                finding.text());
    }
}
