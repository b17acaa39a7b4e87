package dev.belay.workflow.execution;

import dev.belay.transaction.run.TransactionRecords;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.definition.WorkflowReader;
import dev.belay.workflow.definition.WorkflowReading;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.journal.PhaseState;
import dev.belay.workflow.journal.RunEntry;
import dev.belay.workflow.journal.RunState;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The runs of a store, read. */
final class RunRecords {

    private final RunOutside outside;

    RunRecords(RunOutside outside) {
        this.outside = outside;
    }

    /** The definition that a run was begun with, from what it kept alone. */
    static WorkflowReading workflow(RunLog log) {
        String file = log.state().opened().orElseThrow().file();
        SequencedMap<String, String> texts = KeptTexts.of(log);
        String text = Optional.ofNullable(texts.get(file)).orElse("");
        return WorkflowReader.read(file, text, KeptTexts.alone(texts));
    }

    static RunReport report(RunOutside outside, RunLog log, Workflow workflow) {
        return new RunReports(
                        workflow, log, new TransactionRecords(outside.outside().store())::show)
                .report();
    }

    List<RunSummary> list() {
        var summaries = new ArrayList<RunSummary>();
        for (String id : outside.outside().store().runs().ids()) {
            RunLog.find(outside.outside().store(), id)
                    .ifPresent(log -> summaries.add(summary(log)));
        }
        return List.copyOf(summaries);
    }

    private static RunSummary summary(RunLog log) {
        RunState state = log.state();
        RunEntry.RunOpened opened = state.opened().orElseThrow();
        boolean over = state.decision().isPresent() || state.cancel().isPresent();
        return new RunSummary(
                log.id(),
                opened.at(),
                state.ended().map(RunEntry.RunEnded::at),
                opened.name(),
                state.ended().map(RunEntry.RunEnded::verdict),
                phase(state),
                !over && !Inbox.asked(state).isEmpty(),
                opened.folder(),
                opened.origin(),
                opened.owner());
    }

    private static Optional<String> phase(RunState state) {
        return state.phases().entrySet().stream()
                .filter(entry -> entry.getValue().started().isPresent())
                .max(Comparator.comparing(RunRecords::started))
                .map(Map.Entry::getKey);
    }

    private static Instant started(Map.Entry<String, PhaseState> entry) {
        return entry.getValue().started().orElseThrow();
    }

    Optional<RunReport> show(String run) {
        return RunLog.find(outside.outside().store(), run)
                .map(log -> report(outside, log, kept(log)));
    }

    Optional<Workflow> workflow(String run) {
        return RunLog.find(outside.outside().store(), run).map(RunRecords::kept);
    }

    private static Workflow kept(RunLog log) {
        return switch (workflow(log)) {
            case WorkflowReading.Read(var workflow) -> workflow;
            case WorkflowReading.Wrong(var problems) ->
                    throw new IllegalStateException(
                            "The kept definition of '"
                                    + log.id()
                                    + "' cannot be read: "
                                    + problems);
        };
    }

    Optional<String> log(String run, String step) {
        return RunLog.find(outside.outside().store(), run)
                .flatMap(
                        log ->
                                workflow(log) instanceof WorkflowReading.Read(var workflow)
                                        ? workflow.step(step).flatMap(named -> log(log, named))
                                        : Optional.empty());
    }

    private static Optional<String> log(RunLog log, Step step) {
        var text = new StringBuilder();
        for (AttemptState attempt : log.state().step(step.name()).attempts()) {
            attempt.ended()
                    .flatMap(RunEntry.StepEnded::log)
                    .flatMap(log::blob)
                    .ifPresent(part -> text.append(head(attempt, "")).append(part));
            attempt.rollback()
                    .flatMap(AttemptState.Undo::ended)
                    .flatMap(RunEntry.RollbackEnded::log)
                    .flatMap(log::blob)
                    .ifPresent(part -> text.append(head(attempt, ", undone")).append(part));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static String head(AttemptState attempt, String what) {
        return "--- attempt " + attempt.number() + what + "\n";
    }
}
