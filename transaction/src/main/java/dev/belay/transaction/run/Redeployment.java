package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.client.call.Deployments;
import dev.belay.client.call.Read;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.Written;
import dev.belay.client.retry.RetryAfter;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonWriter;
import dev.belay.transaction.change.Differences;
import dev.belay.transaction.change.Evidence;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.RecordedRequest;
import dev.belay.transaction.journal.StepState;
import dev.belay.transaction.plan.RollbackPlan;
import dev.belay.transaction.plan.RollbackStep;
import dev.belay.transaction.plan.StepStatus;
import dev.belay.transaction.snapshot.Export;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The undo of the strategy {@code complete}, which is how other tools do it: the template exported
 * before, deployed in mode Complete. What came of it is verified as always, and what it did not
 * bring back is named.
 */
final class Redeployment {

    /** Looks in vain until a deployment whose sending got no answer counts as never sent. */
    private static final int MOST_MISSING = 5;

    private final Session session;
    private final Deployments deployments;
    private final Export export;

    Redeployment(Session session) {
        this.session = session;
        this.deployments = new Deployments(session.client());
        this.export = session.journal().export().orElseThrow();
    }

    /** How one attempt ended. */
    private record Attempt(StepStatus status, Optional<ArmError> error) {}

    /**
     * Deploys the template, or follows the deployment that an earlier run has sent.
     *
     * @return empty if it succeeded; else why not
     */
    Optional<ArmError> run(Evidence evidence, Differences differences) {
        Optional<StepState> last =
                session.state().steps().values().stream()
                        .filter(step -> step.act() instanceof RollbackStep.RedeployExport)
                        .reduce((_, later) -> later);
        if (last.isPresent() && done(last.get())) {
            return Optional.empty();
        }
        if (last.isPresent() && last.get().ended().isEmpty()) {
            return end(last.get().number(), (RollbackStep.RedeployExport) last.get().act());
        }
        return unforeseen(evidence, differences).or(() -> begin(differences));
    }

    private static boolean done(StepState step) {
        return step.ended().filter(end -> end.status() == StepStatus.DONE).isPresent();
    }

    /** What others did since would be undone too: somebody has to accept that; then it is said. */
    private Optional<ArmError> unforeseen(Evidence evidence, Differences differences) {
        boolean accepted =
                session.state()
                        .rollback()
                        .filter(JournalEntry.RollbackRequested::acceptDeletions)
                        .isPresent();
        return switch (new Unforeseen(session, (Scope.ResourceGroup) scope(), export)
                .find(evidence, differences)) {
            case Unforeseen.Found.Hurt found when found.hurt().isEmpty() -> Optional.empty();
            case Unforeseen.Found.Hurt found when accepted -> {
                session.tell(
                        new TransactionEvent.Note(
                                "As accepted, mode Complete deletes, or writes over, what others"
                                        + " did since the deployment began: "
                                        + found.words()
                                        + "."));
                yield Optional.empty();
            }
            case Unforeseen.Found.Hurt found ->
                    Optional.of(
                            ArmError.of(
                                    Transactions.DELETIONS_NOT_ACCEPTED,
                                    "Mode Complete would delete, or write over, what others did"
                                            + " since the deployment began and what nobody"
                                            + " accepted: "
                                            + found.words()
                                            + "."));
            case Unforeseen.Found.Unlisted(var error) ->
                    Optional.of(
                            ArmError.of(
                                    "Unlisted",
                                    "What is in the group now could not be listed: "
                                            + error.message()));
        };
    }

    private Optional<ArmError> begin(Differences differences) {
        int number = session.state().nextStep();
        String name = "belay-undo-" + session.journal().log().id().substring(0, 12) + "-" + number;
        var act =
                new RollbackStep.RedeployExport(
                        session.state().snapshot().orElseThrow().export().orElseThrow(),
                        Deployments.id(scope(), name));
        var plan =
                new RollbackPlan(List.of(new RollbackPlan.Planned(1, act)), differences.findings());
        session.entry(
                new JournalEntry.RollbackPlanned(
                        session.now(), session.journal().keep(plan.toText())));
        session.tell(new TransactionEvent.Planned(List.of(act)));
        session.checkpoint();
        session.entry(new JournalEntry.StepStarted(session.now(), number, act));
        session.tell(new TransactionEvent.StepStarted(number, act));
        return end(number, act);
    }

    private Scope scope() {
        return session.state().opened().orElseThrow().request().scope();
    }

    private Optional<ArmError> end(int number, RollbackStep.RedeployExport act) {
        Attempt attempt = attempt(act.id());
        Optional<ArmError> error = attempt.error().map(session.redaction()::of);
        session.entry(
                new JournalEntry.StepEnded(
                        session.now(),
                        number,
                        attempt.status(),
                        Optional.empty(),
                        error,
                        List.of()));
        session.tell(new TransactionEvent.StepEnded(number, act, attempt.status(), error));
        return error;
    }

    private Attempt attempt(ResourceId deployment) {
        if (!(deployments.get(deployment) instanceof Read.Found)
                && deployments.begin(deployment, body()) instanceof Written.Refused(var error, _)) {
            return new Attempt(StepStatus.FAILED, Optional.of(error));
        }
        Instant deadline = session.now().plus(session.timeout());
        int missing = 0;
        while (session.now().isBefore(deadline)) {
            Read read = deployments.get(deployment);
            missing = read instanceof Read.Missing ? missing + 1 : 0;
            if (missing == MOST_MISSING) {
                return new Attempt(
                        StepStatus.FAILED,
                        Optional.of(ArmError.of("NotAccepted", "ARM never had the redeployment.")));
            }
            Optional<Attempt> end = ended(deployment, read);
            if (end.isPresent()) {
                return end.get();
            }
            session.pause(wait(read));
        }
        return new Attempt(
                StepStatus.FAILED,
                Optional.of(ArmError.of("Timeout", "The redeployment did not end in time.")));
    }

    private static Duration wait(Read read) {
        return read instanceof Read.Found found
                ? found.retryAfter().orElse(RetryAfter.DEFAULT)
                : RetryAfter.DEFAULT;
    }

    private Optional<Attempt> ended(ResourceId deployment, Read read) {
        if (!(read instanceof Read.Found found)) {
            return Optional.empty();
        }
        JsonObject body = found.resource().body();
        String state = body.textAt("/properties/provisioningState").orElse("");
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "succeeded" -> Optional.of(new Attempt(StepStatus.DONE, Optional.empty()));
            case "failed", "canceled" ->
                    Optional.of(
                            new Attempt(
                                    StepStatus.FAILED,
                                    Optional.of(
                                            operationError(deployment)
                                                    .or(() -> own(body))
                                                    .orElseGet(
                                                            () ->
                                                                    ArmError.of(
                                                                            "DeploymentFailed",
                                                                            "It ended as '"
                                                                                    + state
                                                                                    + "'.")))));
            default -> Optional.empty();
        };
    }

    private static Optional<ArmError> own(JsonObject body) {
        return body.at("/properties/error").flatMap(ArmError::from).map(ArmError::innermost);
    }

    /** The oldest failed operation, with the resource that it was about. */
    private Optional<ArmError> operationError(ResourceId deployment) {
        if (!(deployments.operations(deployment) instanceof ReadList.Items(var items))) {
            return Optional.empty();
        }
        return items.reversed().stream()
                .filter(Redeployment::failed)
                .flatMap(Redeployment::error)
                .findFirst();
    }

    private static boolean failed(JsonObject operation) {
        return operation
                .textAt("/properties/provisioningState")
                .filter("Failed"::equalsIgnoreCase)
                .isPresent();
    }

    private static java.util.stream.Stream<ArmError> error(JsonObject operation) {
        Optional<String> target = operation.textAt("/properties/targetResource/id");
        return operation.at("/properties/statusMessage").flatMap(ArmError::from).stream()
                .map(ArmError::innermost)
                .map(error -> target.map(error::withTarget).orElse(error));
    }

    private String body() {
        return JsonWriter.compact(
                JsonObject.of(
                        "properties",
                        JsonObject.of(
                                "mode",
                                Json.of(RecordedRequest.Mode.COMPLETE.word()),
                                "template",
                                export.template(),
                                "parameters",
                                Json.object()),
                        "tags",
                        JsonObject.of(TransactionRun.TAG, Json.of(session.journal().log().id()))));
    }
}
