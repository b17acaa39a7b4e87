package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;
import dev.belay.template.value.Value;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.journal.RecordedRequest.Strategy;
import dev.belay.transaction.run.RunLease;
import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.InputValues;
import dev.belay.workflow.definition.Place;
import dev.belay.workflow.definition.Problem;
import dev.belay.workflow.definition.Templated;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.definition.WorkflowReading;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.journal.RunEntry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** A run gone on with: its log is replayed, and the same loop runs. */
final class Resuming {

    private final RunOutside outside;
    private final SequencedMap<String, Value> secrets;
    private final Optional<Strategy> undoBy;
    private final Consumer<RunEvent> listener;

    Resuming(
            RunOutside outside,
            SequencedMap<String, Value> secrets,
            Optional<Strategy> undoBy,
            Consumer<RunEvent> listener) {
        this.outside = outside;
        this.secrets = secrets;
        this.undoBy = undoBy;
        this.listener = listener;
    }

    RunOutcome of(RunLog log) {
        return switch (RunRecords.workflow(log)) {
            case WorkflowReading.Wrong(var problems) -> new RunOutcome.BadInput(problems);
            case WorkflowReading.Read(var workflow) -> of(log, workflow);
        };
    }

    private RunOutcome of(RunLog log, Workflow workflow) {
        RunEntry.RunOpened opened = log.state().opened().orElseThrow();
        if (log.state().ended().isPresent()) {
            return new RunOutcome.Reported(report(log, workflow));
        }
        if (!opened.origin().equals(outside.outside().origin())) {
            return refused(
                    log,
                    workflow,
                    ArmError.of(
                            "OtherOrigin",
                            "The run was made at '"
                                    + opened.origin()
                                    + "', not at '"
                                    + outside.outside().origin()
                                    + "'; name that one with '--arm'."));
        }
        List<Problem> missing = new ArrayList<>(surplus(log, workflow));
        missing.addAll(missing(log, workflow));
        return missing.isEmpty() ? leased(log, workflow, opened) : new RunOutcome.BadInput(missing);
    }

    private RunOutcome leased(RunLog log, Workflow workflow, RunEntry.RunOpened opened) {
        return switch (RunLease.take(
                outside.outside(), log.id(), opened.tenant(), event -> note(event, listener))) {
            case RunLease.Answer.Denied(var error) -> refused(log, workflow, error);
            case RunLease.Answer.Stopped _ -> new RunOutcome.Stopped(log.id());
            case RunLease.Answer.Granted(var lease) -> goOn(lease, workflow);
        };
    }

    private RunOutcome goOn(RunLease lease, Workflow workflow) {
        RunLog log =
                RunLog.of(outside.outside().store().runs().takeOver(lease.run(), lease.fence()));
        if (log.state().ended().isPresent()) { // by the former process, while it was waited for
            lease.release();
            return new RunOutcome.Reported(report(log, workflow));
        }
        var session =
                new RunSession(
                        outside,
                        workflow,
                        log,
                        lease,
                        inputs(log, workflow),
                        KeptTexts.of(log),
                        undoBy,
                        listener);
        lease.waitOut(event -> note(event, session::tell));
        session.entry(new RunEntry.RunResumed(session.now(), outside.outside().owner().toString()));
        session.tell(new RunEvent.Resumed(log.id(), workflow.name()));
        return Ending.of(session);
    }

    private static void note(TransactionEvent event, Consumer<RunEvent> to) {
        if (event instanceof TransactionEvent.Waiting(var reason, _)) {
            to.accept(new RunEvent.Note(reason));
        }
    }

    private SequencedMap<String, Value> inputs(RunLog log, Workflow workflow) {
        var inputs = new LinkedHashMap<String, Value>();
        log.state()
                .opened()
                .orElseThrow()
                .inputs()
                .members()
                .forEach((name, value) -> inputs.put(name, Value.of(value)));
        secrets.forEach((name, value) -> inputs.put(name, secret(name, value, workflow)));
        return inputs;
    }

    /** Of the input's type; given as a text, as on a command line, it is JSON. */
    private static Value secret(String name, Value given, Workflow workflow) {
        Optional<Value> read =
                Optional.ofNullable(workflow.inputs().get(name))
                        .flatMap(
                                input ->
                                        given.known()
                                                .flatMap(Json::asText)
                                                .flatMap(text -> InputValues.json(input, text)))
                        .map(Value::of);
        return Value.secure(read.orElse(given));
    }

    /** What a run was begun with is kept; only secrets are given again. */
    private List<Problem> surplus(RunLog log, Workflow workflow) {
        List<String> secret = log.state().opened().orElseThrow().secretInputs();
        return secrets.keySet().stream()
                .filter(name -> !secret.contains(name))
                .map(
                        name ->
                                Problem.of(
                                        where(name, workflow),
                                        "The run has no secret input '" + name + "'.",
                                        "Other inputs are kept as they were given; leave it out."))
                .toList();
    }

    private static Place where(String input, Workflow workflow) {
        return Optional.ofNullable(workflow.inputs().get(input))
                .map(each -> each.where())
                .orElseGet(() -> new Place("", 1, 1));
    }

    /**
     * Secret inputs and parameter files are kept nowhere: those that a step may still need must be
     * given again, unless the run is only undone.
     */
    private List<Problem> missing(RunLog log, Workflow workflow) {
        boolean over =
                log.state().decision().isPresent()
                        || log.state().cancel().isPresent()
                        || Inbox.cancel(log).isPresent();
        if (over) {
            return List.of();
        }
        var use = new InputUse(workflow);
        var missing = new ArrayList<Problem>();
        log.state().opened().orElseThrow().secretInputs().stream()
                .filter(name -> !secrets.containsKey(name))
                .forEach(
                        name ->
                                use.needed(name, log.state())
                                        .map(why -> missing(name, why, workflow))
                                        .ifPresent(missing::add));
        use.files(log.state()).forEach(file -> gone(file, log.id()).ifPresent(missing::add));
        return missing;
    }

    private Optional<Problem> gone(Templated file, String run) {
        String path = file.json().asText().orElseThrow();
        String what =
                switch (outside.files().read(path)) {
                    case Files.FileText.Found _ -> "";
                    case Files.FileText.Missing _, Files.FileText.NotKept _ -> "is gone";
                    case Files.FileText.Unreadable(var reason) -> "cannot be read (" + reason + ")";
                };
        return Optional.of(what)
                .filter(text -> !text.isEmpty())
                .map(
                        text ->
                                Problem.of(
                                        file.where(),
                                        "The parameter file '"
                                                + outside.folder().resolve(path).normalize()
                                                + "' "
                                                + text
                                                + ", and a step still needs it.",
                                        "Parameter files are not kept with a run. Put it back; or"
                                                + " 'belay cancel "
                                                + run
                                                + "' and resume: what was done is undone."));
    }

    private static Problem missing(String name, String why, Workflow workflow) {
        return Problem.of(
                where(name, workflow),
                "The secret input '" + name + "' is kept nowhere, and " + why + ".",
                "Give it again: --set " + name + "=…");
    }

    private RunReport report(RunLog log, Workflow workflow) {
        return RunRecords.report(outside, log, workflow);
    }

    private RunOutcome refused(RunLog log, Workflow workflow, ArmError error) {
        RunReport now = report(log, workflow);
        return new RunOutcome.Reported(
                new RunReport(
                        now.run(),
                        now.workflow(),
                        now.opened(),
                        now.ended(),
                        Optional.of(RunVerdict.REFUSED),
                        now.inputs(),
                        now.phases(),
                        now.rollbacks(),
                        now.waiting(),
                        Optional.of(error),
                        List.of("The run is as it was; nothing was done.")));
    }
}
