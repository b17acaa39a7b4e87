package dev.belay.view.html;

import dev.belay.view.text.RunWords;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunReport.PhaseLine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of a run, ready to be laid out.
 *
 * @param meaning what the verdict means, one sentence
 * @param next what a person may want to do next, whole lines
 */
record RunModel(
        String workflow,
        Status status,
        String meaning,
        List<Parts.Fact> facts,
        Optional<Parts.Failure> cause,
        List<Question> waiting,
        List<String> next,
        List<Parts.Named> inputs,
        List<PhasePart> phases,
        List<RollbackPart> rollbacks) {

    /**
     * Something a person is asked.
     *
     * @param commands how to answer
     */
    record Question(String message, String deadline, List<String> commands) {}

    /** A phase with its steps; those inside a parallel step come right behind it. */
    record PhasePart(
            String anchor, String name, Status status, String reason, List<StepPart> steps) {

        static PhasePart of(PhaseLine line, RunPage page, Anchors anchors) {
            return new PhasePart(
                    anchors.next("phase"),
                    line.name(),
                    Status.of(line.status()),
                    line.reason().orElse(""),
                    line.steps().stream()
                            .map(step -> StepPart.of(step, "", page, anchors))
                            .toList());
        }

        List<StepPart> flat() {
            return steps.stream().flatMap(PhasePart::withInner).toList();
        }

        private static Stream<StepPart> withInner(StepPart step) {
            return Stream.concat(
                    Stream.of(step), step.inner().stream().flatMap(PhasePart::withInner));
        }
    }

    static RunModel of(RunPage page) {
        RunReport report = page.report();
        var anchors = new Anchors();
        return new RunModel(
                report.workflow(),
                Status.ofRun(report.verdict()),
                report.verdict().map(_ -> RunWords.meaning(report)).orElse(""),
                facts(page),
                report.cause().map(Parts.Failure::of),
                report.waiting().stream().map(question -> question(report, question)).toList(),
                Stream.concat(report.notes().stream(), RunWords.next(report).stream()).toList(),
                Values.rows(report.inputs()),
                report.phases().stream().map(phase -> PhasePart.of(phase, page, anchors)).toList(),
                report.rollbacks().stream().map(line -> RollbackPart.of(line, anchors)).toList());
    }

    private static List<Parts.Fact> facts(RunPage page) {
        RunReport report = page.report();
        var facts = new ArrayList<Parts.Fact>();
        report.run().ifPresent(run -> facts.add(Parts.Fact.code("Run", run)));
        report.opened().ifPresent(at -> facts.add(Parts.Fact.moment("Began", at)));
        report.ended().ifPresent(at -> facts.add(Parts.Fact.moment("Ended", at)));
        Times.between(report.opened(), report.ended())
                .ifPresent(took -> facts.add(Parts.Fact.text("Took", took)));
        facts.add(Parts.Fact.text("Started by", page.owner()));
        return List.copyOf(facts);
    }

    private static Question question(RunReport report, RunReport.Question question) {
        String run = report.run().orElse("");
        String step = " " + run + " --step '" + question.subject() + "'";
        return new Question(
                question.message(),
                question.deadline().map(Times::moment).orElse(""),
                List.of("belay approve" + step, "belay reject" + step));
    }
}
