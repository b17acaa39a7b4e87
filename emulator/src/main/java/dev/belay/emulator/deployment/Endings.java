package dev.belay.emulator.deployment;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.error.CleanUpErrors;
import dev.belay.arm.error.DeploymentErrors;
import dev.belay.emulator.deployment.DeploymentRun.Phase;
import dev.belay.emulator.time.Work;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.Moments;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.expansion.ExpandedOutput;
import dev.belay.template.expansion.ExpandedResource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a deployment comes to its end: outputs last, then its state, then those who wait for it. */
final class Endings {

    private static final String EVALUATION = "EvaluateDeploymentOutput";

    private final LateValues values;
    private final CleanUp cleanUp;

    Endings(LateValues values, CleanUp cleanUp) {
        this.values = values;
        this.cleanUp = cleanUp;
    }

    /**
     * Ends the deployment if it is time: as failed as soon as nothing more can start, even while
     * started resources work (inferred); as succeeded when all have ended, in mode Complete when
     * what the template lacks is gone too. That outputs are evaluated after the clean-up is
     * inferred.
     */
    Turn settle(Turn turn) {
        DeploymentRun run = turn.run();
        if (turn.record().terminal() || run.waiting() > 0) {
            return turn;
        }
        if (run.failed() > 0) {
            return failed(turn);
        }
        return run.running() > 0 ? turn : cleaned(turn);
    }

    private Turn cleaned(Turn before) {
        Turn turn = CleanUp.isDue(before) ? cleanUp.begin(before, written(before)) : before;
        return switch (turn.run().cleaning().map(Cleaning::state).orElse(Cleaning.State.DONE)) {
            case GOING -> turn;
            case DONE -> outputs(turn);
            case FAILED -> failed(skipped(turn), CleanUpErrors.failedCleanUp());
        };
    }

    Turn cancel(Turn turn) {
        return ended(turn, Records.CANCELED, LongRunning.Status.CANCELED, Optional.empty());
    }

    private static Turn failed(Turn before) {
        Turn turn = skipped(before);
        return failed(
                turn,
                DeploymentErrors.deploymentFailed(turn.record().id(), failures(turn.record())));
    }

    /** The outputs of a failed deployment are not evaluated. */
    private static Turn skipped(Turn turn) {
        if (!declares(turn)) {
            return turn;
        }
        Turn begun = evaluation(turn);
        return begun.mark(
                begun.record().operations().size() - 1,
                Records.FAILED,
                409,
                Optional.of(Json.of(DeploymentErrors.outputsSkipped())));
    }

    private static Turn failed(Turn turn, ArmError error) {
        return ended(turn, Records.FAILED, LongRunning.Status.FAILED, Optional.of(error));
    }

    /** The errors of the failed operations, in the order they began. */
    private static List<ArmError> failures(DeploymentRecord record) {
        return record.operations().stream()
                .filter(operation -> operation.state().equals(Records.FAILED))
                .filter(operation -> !operation.kind().equals(EVALUATION))
                .flatMap(
                        operation ->
                                operation
                                        .shown()
                                        .get("statusMessage")
                                        .flatMap(ArmError::from)
                                        .stream())
                .toList();
    }

    /** Whether the template speaks of outputs, be it of none: then answers do so too (recorded). */
    private static boolean declares(Turn turn) {
        return !turn.run().plan().expanded().outputs().isEmpty()
                || DeploymentEngine.template(turn.record()).find("outputs").isPresent();
    }

    private static Turn evaluation(Turn turn) {
        return turn.begin(EVALUATION, Optional.empty(), JsonObject.builder().build());
    }

    private Turn outputs(Turn before) {
        Turn turn = before;
        if (!declares(turn)) {
            return succeeded(turn, Optional.empty(), Json.object());
        }
        turn = evaluation(turn);
        int operation = turn.record().operations().size() - 1;
        var shown = JsonObject.builder();
        var secure = JsonObject.builder();
        var wrong = new ArrayList<ArmError>();
        for (var entry : turn.run().plan().expanded().outputs().entrySet()) {
            ExpandedOutput output = entry.getValue();
            LateValues.Late late = values.finish(turn, output.value());
            turn = late.turn();
            String name = entry.getKey();
            switch (late) {
                case LateValues.Late.Known(_, var json) -> {
                    shown.put(ArmText.camel(name), shown(output, json));
                    if (output.secure()) {
                        secure.put(name, json);
                    }
                }
                case LateValues.Late.Unreadable(_, _, var error) ->
                        wrong.add(DeploymentErrors.outputFailed(name, error.message()));
                case LateValues.Late.Wrong(_, var diagnostic) ->
                        wrong.add(DeploymentErrors.outputFailed(name, diagnostic.message()));
            }
        }
        return wrong.isEmpty()
                ? succeeded(
                        turn.mark(operation, Records.SUCCEEDED, 200, Optional.empty()),
                        Optional.of(shown.build()),
                        secure.build())
                : outputsFailed(turn, operation, wrong);
    }

    /** Of a secure output only the type is ever shown. Evidence: documented. */
    private static JsonObject shown(ExpandedOutput output, Json value) {
        JsonObject typed = JsonObject.of("type", Json.of(output.type()));
        return output.secure() ? typed : typed.with("value", value);
    }

    private static Turn outputsFailed(Turn turn, int operation, List<ArmError> wrong) {
        List<String> names = wrong.stream().flatMap(error -> error.target().stream()).toList();
        ArmError error = DeploymentErrors.outputsFailed(names, wrong);
        return failed(turn.fail(operation, 409, error), error);
    }

    private static Turn succeeded(Turn turn, Optional<JsonObject> outputs, JsonObject secure) {
        JsonObject told =
                JsonObject.builder()
                        .putAll(turn.record().shown().members())
                        .put("outputs", outputs)
                        .put("outputResources", Shown.ids(written(turn)))
                        .build();
        DeploymentRecord record =
                Records.telling(
                        turn.record(),
                        told,
                        secure.isEmpty()
                                ? turn.record().kept()
                                : turn.record().kept().with("secureOutputs", secure));
        return ended(
                turn.with(record),
                Records.SUCCEEDED,
                LongRunning.Status.SUCCEEDED,
                Optional.empty());
    }

    /** What the deployment put; nested deployments stand for their own resources. */
    private static List<ResourceId> written(Turn turn) {
        var ids = new ArrayList<ResourceId>();
        for (int place = 0; place < turn.run().plan().size(); place++) {
            ExpandedResource resource = turn.run().plan().resource(place);
            boolean put = turn.run().steps().get(place).phase() == Phase.SUCCEEDED;
            if (put && resource.nested().isPresent()) {
                turn.world()
                        .deployment(resource.id())
                        .flatMap(inner -> inner.shown().get("outputResources"))
                        .flatMap(Json::asArray)
                        .ifPresent(inner -> inner.forEach(one -> add(one, ids)));
            } else if (put && !resource.existing()) {
                ids.add(resource.id());
            }
        }
        return List.copyOf(ids);
    }

    private static void add(Json row, List<ResourceId> ids) {
        row.textAt("/id").flatMap(ResourceId::parse).ifPresent(ids::add);
    }

    private static Turn ended(
            Turn turn, String state, LongRunning.Status how, Optional<ArmError> error) {
        DeploymentRecord record = Records.in(turn.record(), state, turn.now(), error);
        Turn after =
                turn.with(record).with(Moments.ended(turn.world(), record.id(), how, turn.now()));
        return record.parent()
                .map(
                        parent ->
                                after.with(
                                        after.world()
                                                .schedule(
                                                        after.now(),
                                                        new Work.ContinueDeployment(
                                                                parent.deployment(),
                                                                parent.step()))))
                .orElse(after);
    }
}
