package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.transaction.run.RunLease;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.journal.RunEntry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A run from its lease to its verdict. */
final class Beginning {

    private final RunOutside outside;
    private final Consumer<RunEvent> listener;

    Beginning(RunOutside outside, Consumer<RunEvent> listener) {
        this.outside = outside;
        this.listener = listener;
    }

    RunOutcome of(RunRequest request) {
        String run = "run-" + outside.outside().entropy().nextUuid().toString().replace("-", "");
        return switch (Tenancy.of(outside.outside().client(), request.subscription())) {
            case Tenancy.Refused(var error) -> refused(request, error);
            case Tenancy.Known(var tenant) ->
                    switch (RunLease.take(outside.outside(), run, tenant, _ -> {})) {
                        case RunLease.Answer.Denied(var error) -> refused(request, error);
                        case RunLease.Answer.Stopped _ ->
                                refused(
                                        request,
                                        ArmError.of("Cancelled", "Cancelled before it began."));
                        case RunLease.Answer.Granted(var lease) -> leased(request, lease);
                    };
        };
    }

    private RunOutcome leased(RunRequest request, RunLease lease) {
        RunLog log = RunLog.of(outside.outside().store().runs().create(lease.run(), lease.fence()));
        var session =
                new RunSession(
                        outside,
                        request.workflow(),
                        log,
                        lease,
                        request.inputs(),
                        request.texts(),
                        Optional.empty(),
                        listener);
        session.entry(opened(request, lease, log, session));
        session.tell(new RunEvent.Opened(lease.run(), request.workflow().name()));
        return Ending.of(session);
    }

    private RunEntry.RunOpened opened(
            RunRequest request, RunLease lease, RunLog log, RunSession session) {
        var inputs = JsonObject.builder();
        var secret = new ArrayList<String>();
        request.inputs()
                .forEach(
                        (name, value) -> {
                            if (value.holdsSecret()) {
                                secret.add(name);
                            } else {
                                value.known().ifPresent(json -> inputs.put(name, json));
                            }
                        });
        return new RunEntry.RunOpened(
                session.now(),
                request.file(),
                outside.folder().toAbsolutePath().normalize().toString(),
                request.workflow().name(),
                log.keep(KeptTexts.write(request.texts())),
                inputs.build(),
                secret,
                outside.outside().origin(),
                lease.tenant(),
                request.subscription(),
                outside.outside().owner().toString());
    }

    private static RunOutcome refused(RunRequest request, ArmError error) {
        List<RunReport.PhaseLine> phases =
                request.workflow().phases().stream()
                        .map(
                                phase ->
                                        new RunReport.PhaseLine(
                                                phase.name(),
                                                PhaseStatus.PENDING,
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                List.of()))
                        .toList();
        return new RunOutcome.Reported(
                new RunReport(
                        Optional.empty(),
                        request.workflow().name(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(RunVerdict.REFUSED),
                        Json.object(),
                        phases,
                        List.of(),
                        List.of(),
                        Optional.of(error),
                        List.of()));
    }
}
