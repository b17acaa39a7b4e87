package dev.belay.workflow.execution;

import dev.belay.json.Json;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.Verdict;
import dev.belay.workflow.definition.Phase;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.StepAct;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunReport.PhaseLine;
import dev.belay.workflow.event.RunReport.Question;
import dev.belay.workflow.event.RunReport.RollbackLine;
import dev.belay.workflow.event.RunReport.StepLine;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.journal.PhaseState;
import dev.belay.workflow.journal.RunEntry;
import dev.belay.workflow.journal.RunState;
import dev.belay.workflow.journal.StepState;
import dev.belay.workflow.stage.StepKinds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The report of a run, made of its log and its transactions'. */
final class RunReports {

    private final Workflow workflow;
    private final RunLog log;
    private final RunState state;
    private final Function<String, Optional<Report>> transactions;

    RunReports(Workflow workflow, RunLog log, Function<String, Optional<Report>> transactions) {
        this.workflow = workflow;
        this.log = log;
        this.state = log.state();
        this.transactions = transactions;
    }

    RunReport report() {
        RunEntry.RunOpened opened = state.opened().orElseThrow();
        return new RunReport(
                Optional.of(log.id()),
                workflow.name(),
                Optional.of(opened.at()),
                state.ended().map(RunEntry.RunEnded::at),
                verdict(),
                opened.inputs(),
                workflow.phases().stream().map(this::phase).toList(),
                rollbacks(),
                waiting(),
                state.decision().flatMap(RunEntry.Decided::cause),
                notes());
    }

    private Optional<RunVerdict> verdict() {
        boolean stuck = state.provisioned().stream().anyMatch(AttemptState::stuck);
        return state.ended()
                .map(RunEntry.RunEnded::verdict)
                .or(() -> stuck ? Optional.of(RunVerdict.NOT_RESTORED) : Optional.empty());
    }

    private List<String> notes() {
        return state.ended().isPresent()
                ? List.of()
                : List.of(
                        "The run is unfinished; if nobody is at work on it, 'belay resume "
                                + log.id()
                                + "' goes on.");
    }

    private PhaseLine phase(Phase phase) {
        Optional<PhaseState> known = state.phase(phase.name());
        Optional<RunEntry.PhaseEnded> end = known.flatMap(PhaseState::ended);
        PhaseStatus status =
                end.map(RunEntry.PhaseEnded::status)
                        .orElse(known.isPresent() ? PhaseStatus.RUNNING : PhaseStatus.PENDING);
        return new PhaseLine(
                phase.name(),
                status,
                end.flatMap(RunEntry.PhaseEnded::reason),
                known.flatMap(PhaseState::started),
                end.map(RunEntry.PhaseEnded::at),
                phase.steps().stream().map(this::step).toList());
    }

    private StepLine step(Step step) {
        StepState known = state.step(step.name());
        Optional<RunEntry.StepEnded> end = known.last().flatMap(AttemptState::ended);
        boolean again = known.status() == StepStatus.INTERRUPTED;
        return new StepLine(
                step.name(),
                StepKinds.kind(step),
                again ? StepStatus.PENDING : known.status(),
                known.skipped().map(RunEntry.StepSkipped::reason),
                known.attempts().size(),
                known.attempts().stream().findFirst().map(AttemptState::started),
                end.map(RunEntry.StepEnded::at),
                known.last().flatMap(AttemptState::provisioning),
                end.map(RunEntry.StepEnded::outputs).orElse(Json.object()),
                end.flatMap(RunEntry.StepEnded::error),
                end.flatMap(RunEntry.StepEnded::log).isPresent(),
                step.act() instanceof StepAct.Parallel(var inner)
                        ? inner.stream().map(this::step).toList()
                        : List.of());
    }

    /** Those of retries that had nothing to undo are not shown. */
    private List<RollbackLine> rollbacks() {
        var lines = new ArrayList<RollbackLine>();
        for (AttemptState attempt : state.provisioned()) {
            boolean last =
                    state.step(attempt.step())
                            .last()
                            .filter(newest -> newest.number() == attempt.number())
                            .isPresent();
            attempt.rollback()
                    .filter(
                            undo ->
                                    last
                                            || undo.verdict()
                                                    .filter(Verdict.SKIPPED::equals)
                                                    .isEmpty())
                    .ifPresent(undo -> lines.add(rollback(attempt, undo)));
        }
        lines.sort(Comparator.comparing(line -> line.started().orElseThrow()));
        return lines;
    }

    private RollbackLine rollback(AttemptState attempt, AttemptState.Undo undo) {
        return new RollbackLine(
                attempt.step(),
                attempt.number(),
                undo.verdict(),
                undo.ended().flatMap(RunEntry.RollbackEnded::reason),
                Optional.of(undo.started()),
                undo.ended().map(RunEntry.RollbackEnded::at),
                attempt.provisioning().map(Provisioning::transaction).flatMap(transactions));
    }

    private List<Question> waiting() {
        boolean over =
                state.ended().isPresent()
                        || state.decision().isPresent()
                        || state.cancel().isPresent();
        return over
                ? List.of()
                : Inbox.asked(state).stream()
                        .map(subject -> state.question(subject).orElseThrow())
                        .map(
                                asked ->
                                        new Question(
                                                asked.subject(), asked.message(), asked.deadline()))
                        .toList();
    }
}
