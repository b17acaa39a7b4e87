package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.journal.RecordedRequest.OnFailure;
import dev.belay.transaction.run.DeployRequest;
import dev.belay.transaction.run.HeldOutcome;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.workflow.definition.Provisioner;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.source.GitFile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** A step that deploys a provisioner's template, in a transaction that the run holds. */
final class ArmStep implements StepWork {

    private final RunSession session;
    private final String provisioner;

    ArmStep(RunSession session, String provisioner) {
        this.session = session;
        this.provisioner = provisioner;
    }

    /** The transaction of an attempt: the same whoever asks, so that no attempt deploys twice. */
    static String transaction(String run, String step, int attempt) {
        String content = run + "\n" + step + "\n" + attempt;
        return Digest.ofContent(content).text().substring("sha256-".length()).substring(0, 32);
    }

    @Override
    public Ready prepare(Step step, int attempt, StepNotes notes) {
        Values values = session.values();
        Provisioner what = provisioner();
        return switch (Scopes.of(session, values).of(what.scope())) {
            case Scopes.Resolved.Refused(var error) -> new Ready.Refused(error);
            case Scopes.Resolved.At(var scope, var location) ->
                    switch (session.contents().load(what, values)) {
                        case Contents.Loaded.Refused(var error) -> new Ready.Refused(error);
                        case Contents.Loaded.Ready content ->
                                ready(step, attempt, scope, location, content, notes);
                    };
        };
    }

    private Provisioner provisioner() {
        return Optional.ofNullable(session.workflow().provisioners().get(provisioner))
                .orElseThrow();
    }

    private Ready ready(
            Step step,
            int attempt,
            Scope scope,
            Optional<String> location,
            Contents.Loaded.Ready content,
            StepNotes notes) {
        Optional<ArmError> plain = PlainSecrets.in(content);
        if (plain.isPresent()) {
            return new Ready.Refused(plain.get());
        }
        String id = transaction(session.log().id(), step.name(), attempt);
        DeployRequest request = request(step, scope, location, content);
        var provisioning =
                new Provisioning(
                        id,
                        scope,
                        request.mode().word(),
                        request.nameIn(id),
                        content.git().map(file -> kept(file, content.template())));
        return new Ready.ToAct(
                Optional.of(provisioning),
                () -> {
                    content.git().ifPresent(file -> say(file, notes));
                    return end(session.transactions().deploy(id, request, notes::progress), id);
                });
    }

    private Provisioning.GitTemplate kept(GitFile file, String template) {
        return new Provisioning.GitTemplate(
                file.repository(),
                file.ref(),
                file.path(),
                file.commit(),
                session.log().keep(template));
    }

    private static void say(GitFile file, StepNotes notes) {
        notes.say(
                "Template "
                        + file.path()
                        + " of "
                        + file.repository()
                        + " at "
                        + file.ref()
                        + ", commit "
                        + file.commit());
    }

    private DeployRequest request(
            Step step, Scope scope, Optional<String> location, Contents.Loaded.Ready content) {
        Provisioner what = provisioner();
        return new DeployRequest(
                scope,
                location,
                what.deploymentName().map(name -> Texts.open(name, session.values())),
                content.template(),
                content.parameters(),
                what.mode(),
                OnFailure.ROLLBACK,
                what.strategy(),
                what.acceptDeletions(),
                what.liftLocks(),
                step.timeout().orElse(DeployRequest.DEFAULT_TIMEOUT));
    }

    @Override
    public StepEnd settle(Step step, AttemptState attempt, StepNotes notes) {
        if (attempt.provisioning().isEmpty()) {
            return StepEnd.of(StepStatus.INTERRUPTED); // it was about to be refused
        }
        String id = attempt.provisioning().get().transaction();
        return end(session.transactions().goOn(id, notes::progress), id);
    }

    private StepEnd end(HeldOutcome outcome, String id) {
        return switch (outcome) {
            case HeldOutcome.Held(var report, var succeeded) ->
                    succeeded
                            ? StepEnd.succeeded(session.transactions().outputs(id))
                            : failed(report);
            case HeldOutcome.Finished(var report) -> finished(report);
            case HeldOutcome.Unsettled(_, var error) -> StepEnd.of(failure(), error);
            case HeldOutcome.BadInput(var diagnostics) ->
                    StepEnd.of(StepStatus.REFUSED, error(diagnostics));
            case HeldOutcome.NeverOpened _ -> StepEnd.of(StepStatus.INTERRUPTED);
            case HeldOutcome.Stopped _ -> throw new RunStoppedException();
        };
    }

    private StepStatus failure() {
        return session.cancelled() ? StepStatus.CANCELLED : StepStatus.FAILED;
    }

    private StepEnd failed(Report report) {
        return StepEnd.of(
                failure(),
                report.failure()
                        .map(Report.Failure::error)
                        .orElseGet(
                                () ->
                                        ArmError.of(
                                                "DeploymentNotSucceeded",
                                                "The deployment '"
                                                        + report.deployment()
                                                        + "' did not succeed.")));
    }

    private StepEnd finished(Report report) {
        if (report.verdict() == Verdict.REFUSED) {
            return new StepEnd(
                    StepStatus.REFUSED,
                    new LinkedHashMap<>(),
                    report.failure().map(Report.Failure::error));
        }
        if (report.verdict() == Verdict.UNTOUCHED) {
            return session.cancelled() ? StepEnd.cancelled() : StepEnd.of(StepStatus.INTERRUPTED);
        }
        return failed(report);
    }

    private static ArmError error(List<Diagnostic> diagnostics) {
        String all = String.join(" ", diagnostics.stream().map(Diagnostic::message).toList());
        return ArmError.of("InvalidTemplate", all);
    }
}
