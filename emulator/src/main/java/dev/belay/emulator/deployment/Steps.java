package dev.belay.emulator.deployment;

import dev.belay.arm.ArmError;
import dev.belay.arm.error.DeploymentErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.DeploymentRun.Phase;
import dev.belay.emulator.deployment.DeploymentRun.Step;
import dev.belay.emulator.provisioning.Outcome;
import dev.belay.emulator.provisioning.Provisioning;
import dev.belay.emulator.provisioning.ProvisioningRequest;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.LongRunning;
import dev.belay.json.Json;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.diagnostic.Diagnostic.Span;
import dev.belay.template.expansion.ExpandedResource;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * Starts resources and takes their ends. What is over with its first answer goes on at the same
 * instant, but after what the agenda holds already: what others do comes before what a completion
 * releases.
 */
final class Steps {

    /** So often a throttled write is sent; then its refusal stands. Inferred. */
    private static final int MOST_TRIES = 10;

    private final Provisioning provisioning;
    private final LateValues values;
    private final NestedSteps nested;

    Steps(Provisioning provisioning, LateValues values, NestedSteps nested) {
        this.provisioning = provisioning;
        this.values = values;
        this.nested = nested;
    }

    /** Starts what waits for nothing, in the template's order. */
    Turn startFirst(Turn before) {
        Turn turn = before;
        for (int place = 0; place < turn.run().plan().size(); place++) {
            Step step = turn.run().steps().get(place);
            if (step.phase() == Phase.WAITING && turn.run().plan().waitsFor().get(place) == 0) {
                turn = start(turn, place);
            }
        }
        return turn;
    }

    private Turn start(Turn turn, int place) {
        ExpandedResource resource = turn.run().plan().resource(place);
        if (turn.record().terminal()) {
            return turn;
        }
        if (resource.condition().isEmpty()) {
            return startWanted(turn, place, resource);
        }
        LateValues.Late wanted = values.finish(turn, resource.condition().get());
        if (wanted instanceof LateValues.Late.Known(var after, var json)) {
            return json.equals(JsonBoolean.TRUE)
                    ? startWanted(after, place, resource)
                    : release(after, place, Phase.SKIPPED);
        }
        return unstartable(wanted, place, resource);
    }

    private Turn startWanted(Turn turn, int place, ExpandedResource resource) {
        if (resource.existing()) {
            LateValues.Late read = values.read(turn, resource.id(), resource.apiVersion());
            return read instanceof LateValues.Late.Known(var after, _)
                    ? release(after, place, Phase.SUCCEEDED)
                    : unstartable(read, place, resource);
        }
        if (resource.nested().isPresent()) {
            return startNested(turn, place, resource);
        }
        LateValues.Late body = values.finish(turn, resource.body());
        return body instanceof LateValues.Late.Known(var after, var json)
                ? write(begun(after, place, resource), place, json)
                : unstartable(body, place, resource);
    }

    private Turn startNested(Turn turn, int place, ExpandedResource resource) {
        LateValues.Late parameters =
                values.finish(turn, resource.nested().orElseThrow().parameters());
        if (!(parameters instanceof LateValues.Late.Known(var after, var json))) {
            return unstartable(parameters, place, resource);
        }
        Turn begun = begun(after, place, resource);
        return nested.start(begun, place, resource, json);
    }

    private static Turn begun(Turn turn, int place, ExpandedResource resource) {
        Turn begun = turn.begin("Create", Optional.of(resource.id()), JsonObject.builder().build());
        Step step = turn.run().steps().get(place);
        return begun.with(place, step.sentAs(begun.record().operations().size() - 1));
    }

    /** Never sent: a failed read has an operation of its own, a wrong expression gets one. */
    private static Turn unstartable(LateValues.Late late, int place, ExpandedResource resource) {
        return switch (late) {
            case LateValues.Late.Known _ ->
                    throw new IllegalStateException(resource.id() + " can be started.");
            case LateValues.Late.Unreadable(var turn, _, _) -> block(turn, place);
            case LateValues.Late.Wrong(var turn, var diagnostic) -> {
                Turn begun = begun(turn, place, resource);
                int operation = begun.run().steps().get(place).operation();
                yield block(begun.fail(operation, 400, wrong(resource, diagnostic)), place);
            }
        };
    }

    private static ArmError wrong(ExpandedResource resource, Diagnostic diagnostic) {
        Optional<Span> at = resource.position();
        return DeploymentErrors.unprocessable(
                resource.id(),
                at.map(Span::line).orElse(0),
                at.map(Span::column).orElse(0),
                diagnostic.message());
    }

    private Turn write(Turn turn, int place, Json body) {
        ExpandedResource resource = turn.run().plan().resource(place);
        Step step = turn.run().steps().get(place);
        var request =
                ProvisioningRequest.ofDeployment(
                        Method.PUT,
                        resource.id(),
                        resource.apiVersion(),
                        body.asObject().orElse(Json.object()),
                        turn.now(),
                        turn.continuation(place));
        Outcome outcome = provisioning.write(turn.world(), request);
        Turn after = turn.with(outcome.world());
        return switch (outcome) {
            case Outcome.Refused refused -> refused(after, place, refused);
            case Outcome.Done(_, var status, _) ->
                    after.mark(step.operation(), Records.SUCCEEDED, status, Optional.empty())
                            .later(place, Duration.ZERO);
            case Outcome.Accepted(_, var operation, var style, _) ->
                    after.mark(step.operation(), Records.RUNNING, style.status(), Optional.empty())
                            .with(place, step.under(operation.id()));
            case Outcome.NoAnswer _ -> after;
        };
    }

    /** What is throttled is sent again after the time that was told. Documented. */
    private static Turn refused(Turn turn, int place, Outcome.Refused refused) {
        Step step = turn.run().steps().get(place);
        if (refused.retryAfter().isPresent() && step.tries() < MOST_TRIES) {
            return turn.again(place, refused.retryAfter().get());
        }
        return turn.fail(step.operation(), refused.refusal().status(), refused.refusal().error())
                .later(place, Duration.ZERO);
    }

    /**
     * Something that was started has come to an end; of a write whose answer was lost nobody knows.
     */
    Turn goOn(Turn turn, int place) {
        Step step = turn.run().steps().get(place);
        if (step.phase() != Phase.RUNNING) {
            return turn;
        }
        ExpandedResource resource = turn.run().plan().resource(place);
        if (resource.nested().isPresent()) {
            return nestedEnded(turn, place, step, resource);
        }
        Optional<LongRunning> longRunning = step.longRunning().flatMap(turn.world()::operation);
        if (longRunning.isPresent()) {
            return longRunningEnded(turn, place, step, longRunning.get());
        }
        return switch (turn.record().operations().get(step.operation()).state()) {
            case "Succeeded" -> release(turn, place, Phase.SUCCEEDED);
            case "Failed" -> block(turn, place);
            default -> turn;
        };
    }

    /** Sends a throttled write once more. */
    Turn sendAgain(Turn turn, int place) {
        Step step = turn.run().steps().get(place);
        if (step.phase() != Phase.RUNNING || turn.record().terminal()) {
            return turn;
        }
        ExpandedResource resource = turn.run().plan().resource(place);
        LateValues.Late body = values.finish(turn, resource.body());
        return body instanceof LateValues.Late.Known(var after, var json)
                ? write(after.with(place, step.sentAs(step.operation())), place, json)
                : unstartable(body, place, resource);
    }

    private Turn longRunningEnded(Turn turn, int place, Step step, LongRunning longRunning) {
        return switch (longRunning.status()) {
            case RUNNING -> turn;
            case SUCCEEDED ->
                    release(
                            turn.mark(
                                    step.operation(),
                                    Records.SUCCEEDED,
                                    created(turn, step) ? 201 : 200,
                                    Optional.empty()),
                            place,
                            Phase.SUCCEEDED);
            case FAILED -> failed(turn, place, step, Records.FAILED, details(longRunning));
            case CANCELED -> failed(turn, place, step, Records.CANCELED, details(longRunning));
        };
    }

    private static boolean created(Turn turn, Step step) {
        return turn.record()
                .operations()
                .get(step.operation())
                .shown()
                .get("statusCode")
                .filter(Json.of("Created")::equals)
                .isPresent();
    }

    private static List<ArmError> details(LongRunning longRunning) {
        return longRunning.failure().map(LongRunning.Failure::error).stream().toList();
    }

    private Turn nestedEnded(Turn turn, int place, Step step, ExpandedResource resource) {
        Optional<DeploymentRecord> inner = turn.world().deployment(resource.id());
        DeploymentRecord.Operation operation = turn.record().operations().get(step.operation());
        if (operation.state().equals(Records.FAILED)) {
            return block(turn, place);
        }
        String state = inner.map(DeploymentRecord::state).orElse(Records.FAILED);
        return switch (state) {
            case "Succeeded" ->
                    release(
                            turn.mark(step.operation(), Records.SUCCEEDED, 200, Optional.empty()),
                            place,
                            Phase.SUCCEEDED);
            case "Failed", "Canceled" ->
                    failed(
                            turn,
                            place,
                            step,
                            state,
                            inner.flatMap(DeploymentRecord::error).stream().toList());
            default -> turn;
        };
    }

    /** Evidence: recorded ({@code statusCode} Conflict, {@code {status, error}}). */
    private Turn failed(Turn turn, int place, Step step, String state, List<ArmError> details) {
        ExpandedResource resource = turn.run().plan().resource(place);
        ArmError error = DeploymentErrors.resourceDeploymentFailure(resource.id(), state, details);
        JsonObject message = JsonObject.of("status", Json.of(state), "error", error.toJson());
        return block(turn.mark(step.operation(), Records.FAILED, 409, Optional.of(message)), place);
    }

    /** A resource has ended well; those that waited for it alone are started. */
    private Turn release(Turn before, int place, Phase phase) {
        Turn turn = before.with(place, before.run().steps().get(place).in(phase));
        for (int dependant : turn.run().plan().dependants().get(place)) {
            Step less = turn.run().steps().get(dependant).oneLess();
            turn = turn.with(dependant, less);
            if (less.left() == 0 && less.phase() == Phase.WAITING) {
                turn = start(turn, dependant);
            }
        }
        return turn;
    }

    /** A resource has failed; what waits for it, at any distance, is never started. */
    private static Turn block(Turn before, int place) {
        Turn turn = before.with(place, before.run().steps().get(place).in(Phase.FAILED));
        var todo = new ArrayDeque<>(turn.run().plan().dependants().get(place));
        while (!todo.isEmpty()) {
            int dependant = todo.remove();
            Step step = turn.run().steps().get(dependant);
            if (step.phase() == Phase.WAITING) {
                turn = turn.with(dependant, step.in(Phase.BLOCKED));
                todo.addAll(turn.run().plan().dependants().get(dependant));
            }
        }
        return turn;
    }
}
