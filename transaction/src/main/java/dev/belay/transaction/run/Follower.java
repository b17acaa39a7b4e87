package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.client.call.Deployments;
import dev.belay.client.call.Read;
import dev.belay.client.call.ReadList;
import dev.belay.client.retry.RetryAfter;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.OperationRecord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Follows a deployment, its nested ones included, to its end; cancels it where asked. */
final class Follower {

    private final Session session;
    private final Deployments deployments;
    private final ResourceId root;

    Follower(Session session) {
        this.session = session;
        this.deployments = new Deployments(session.client());
        this.root = session.state().submitted().orElseThrow().deployment();
    }

    /**
     * Follows until terminal.
     *
     * @return false if it did not come to an end in time
     */
    boolean follow() {
        Instant deadline = session.now().plus(session.timeout());
        boolean cancelled = false;
        boolean silent = false;
        while (true) {
            Read read = deployments.get(root);
            silent = silence(read, silent);
            seeOperations();
            Optional<JournalEntry.DeploymentEnded> end = end(read);
            if (end.isPresent()) {
                session.cancelAsked().ifPresent(this::enterCancel); // undone whatever the outcome
                session.entry(end.get());
                session.tell(
                        new TransactionEvent.DeploymentEnded(end.get().state(), end.get().error()));
                return true;
            }
            boolean late = session.now().isAfter(deadline);
            if (late && cancelled) {
                return false;
            }
            Optional<String> by = late ? Optional.of("timeout") : wanted();
            if (!cancelled && by.isPresent()) {
                cancelled = true;
                cancel(by.get());
                deadline = session.now().plus(session.timeout());
                continue; // the wait that ARM told before holds no longer
            }
            session.pause(wait(read), !cancelled);
        }
    }

    /**
     * Says once that ARM has fallen silent.
     *
     * @return whether it is silent now
     */
    private boolean silence(Read read, boolean before) {
        if (!(read instanceof Read.NoAnswer(var reason))) {
            return false;
        }
        if (!before) {
            session.tell(
                    new TransactionEvent.Waiting(
                            "ARM does not answer; it is asked again. " + reason,
                            RetryAfter.DEFAULT));
        }
        return true;
    }

    /** Who wants it cancelled. */
    private Optional<String> wanted() {
        return session.cancelAsked()
                .or(() -> session.state().cancel().map(JournalEntry.CancelRequested::by))
                .or(() -> session.state().rollback().map(JournalEntry.RollbackRequested::by));
    }

    private static Duration wait(Read read) {
        return read instanceof Read.Found found
                ? found.retryAfter().orElse(RetryAfter.DEFAULT)
                : RetryAfter.DEFAULT;
    }

    private void enterCancel(String by) {
        if (session.state().cancel().isEmpty()) {
            session.entry(new JournalEntry.CancelRequested(session.now(), by));
        }
    }

    private void cancel(String by) {
        enterCancel(by);
        session.tell(new TransactionEvent.Cancelling(by));
        deployments.cancel(root);
        nested().forEach(deployments::cancel);
    }

    private List<ResourceId> nested() {
        return session.state().operations().values().stream()
                .filter(operation -> !operation.ended())
                .flatMap(operation -> operation.target().stream())
                .filter(target -> target.type().equals(ResourceType.DEPLOYMENT))
                .toList();
    }

    private Optional<JournalEntry.DeploymentEnded> end(Read read) {
        return switch (read) {
            case Read.Found(var resource, _, _) -> end(resource.body());
            case Read.Missing(var error) ->
                    Optional.of(
                            new JournalEntry.DeploymentEnded(
                                    session.now(), "Deleted", Optional.of(error), Json.object()));
            case Read.Refused _, Read.NoAnswer _ -> Optional.empty();
        };
    }

    private Optional<JournalEntry.DeploymentEnded> end(JsonObject body) {
        String state = body.textAt("/properties/provisioningState").orElse("");
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "succeeded", "failed", "canceled", "cancelled", "deleted" ->
                    Optional.of(
                            new JournalEntry.DeploymentEnded(
                                    session.now(),
                                    state,
                                    body.at("/properties/error")
                                            .flatMap(ArmError::from)
                                            .map(session.redaction()::of),
                                    outputs(body)));
            default -> Optional.empty();
        };
    }

    private JsonObject outputs(JsonObject body) {
        var shown = JsonObject.builder();
        body.at("/properties/outputs")
                .flatMap(Json::asObject)
                .orElse(Json.object())
                .members()
                .forEach((name, output) -> shown.put(name, output(name, output)));
        return shown.build();
    }

    private Json output(String name, Json output) {
        boolean open =
                session.openOutputs()
                        .filter(names -> names.stream().anyMatch(name::equalsIgnoreCase))
                        .isPresent();
        return open ? output : output.asObject().orElse(Json.object()).without("value");
    }

    /** Copies new and changed operations into the log, nested deployments' included. */
    void seeOperations() {
        var changed = new ArrayList<OperationRecord>();
        Set<ResourceId> seen = new LinkedHashSet<>();
        var next = new ArrayList<>(List.of(root));
        while (!next.isEmpty()) {
            ResourceId deployment = next.removeFirst();
            if (!seen.add(deployment)) {
                continue;
            }
            for (OperationRecord operation : operations(deployment)) {
                if (!operation.equals(session.state().operations().get(operation.key()))) {
                    changed.add(operation);
                }
                operation
                        .target()
                        .filter(_ -> operation.creates())
                        .filter(target -> target.type().equals(ResourceType.DEPLOYMENT))
                        .ifPresent(next::add);
            }
        }
        if (!changed.isEmpty()) {
            session.entry(new JournalEntry.OperationsSeen(session.now(), changed));
            changed.forEach(this::tell);
        }
    }

    private void tell(OperationRecord operation) {
        operation
                .target()
                .ifPresent(
                        target ->
                                session.tell(
                                        new TransactionEvent.Progress(
                                                target,
                                                operation.operation(),
                                                operation.state(),
                                                operation.error())));
    }

    private List<OperationRecord> operations(ResourceId deployment) {
        return switch (deployments.operations(deployment)) {
            case ReadList.Items(var items) ->
                    items.reversed().stream().map(item -> operation(deployment, item)).toList();
            case ReadList.Refused _, ReadList.NoAnswer _ -> List.of();
        };
    }

    private OperationRecord operation(ResourceId deployment, JsonObject item) {
        return new OperationRecord(
                deployment,
                item.textAt("/operationId").orElse(""),
                item.textAt("/properties/provisioningOperation").orElse("NotSpecified"),
                item.textAt("/properties/targetResource/id").flatMap(ResourceId::parse),
                item.textAt("/properties/provisioningState").orElse(""),
                item.textAt("/properties/statusCode"),
                item.at("/properties/statusMessage")
                        .flatMap(ArmError::from)
                        .map(session.redaction()::of));
    }
}
