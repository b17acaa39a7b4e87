package dev.belay.workflow.event;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run of a workflow would do, as far as that is known before. It holds no secret.
 *
 * @param workflow the workflow's name
 */
public record RunPlan(String workflow, List<PhasePlan> phases) {

    public static final int FORMAT_VERSION = 1;

    public RunPlan {
        phases = List.copyOf(phases);
    }

    /**
     * A phase.
     *
     * @param conditional whether it has a condition
     * @param onFailure {@code rollback}, {@code stop}, {@code ignore} or {@code ask}
     */
    public record PhasePlan(
            String name, boolean conditional, String onFailure, List<StepPlan> steps) {
        public PhasePlan {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step.
     *
     * @param kind as {@link RunEvent.StepStarted} names it
     * @param conditional whether it has a condition
     * @param attempts how many it may take
     * @param deployment what it deploys; empty where the step provisions nothing
     * @param inner the steps inside a parallel one
     */
    public record StepPlan(
            String name,
            String kind,
            boolean conditional,
            int attempts,
            Optional<DeploymentPlan> deployment,
            List<StepPlan> inner) {
        public StepPlan {
            inner = List.copyOf(inner);
        }

        JsonObject toJson() {
            var json =
                    JsonObject.builder()
                            .put("name", name)
                            .put("kind", kind)
                            .put("conditional", conditional)
                            .put("attempts", attempts)
                            .put("deployment", deployment.map(DeploymentPlan::toJson));
            return inner.isEmpty()
                    ? json.build()
                    : json.put("steps", list(inner, StepPlan::toJson)).build();
        }
    }

    /**
     * A deployment.
     *
     * @param scope empty where it is known only during the run
     * @param touched what it could touch, parents before children
     * @param unknown why that is not known, a sentence; empty where it is
     * @param wrong whether that reason would end the run too
     */
    public record DeploymentPlan(
            String provisioner,
            Optional<Scope> scope,
            String mode,
            String strategy,
            List<ResourceId> touched,
            Optional<String> unknown,
            boolean wrong) {
        public DeploymentPlan {
            touched = List.copyOf(touched);
        }

        JsonObject toJson() {
            return JsonObject.builder()
                    .put("provisioner", provisioner)
                    .put("scope", scope.map(Scope::path).map(Json::of))
                    .put("mode", mode)
                    .put("strategy", strategy)
                    .put("touched", list(touched, id -> Json.of(id.path())))
                    .put("unknown", unknown.map(Json::of))
                    .put("wrong", wrong)
                    .build();
        }
    }

    /** Whether something is known to be wrong with one of its deployments. */
    public boolean wrong() {
        return phases.stream().anyMatch(phase -> phase.steps().stream().anyMatch(RunPlan::wrong));
    }

    private static boolean wrong(StepPlan step) {
        return step.deployment().filter(DeploymentPlan::wrong).isPresent()
                || step.inner().stream().anyMatch(RunPlan::wrong);
    }

    /** The only line of {@code --plan --output json}. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("type", "runPlan")
                .put("formatVersion", FORMAT_VERSION)
                .put("workflow", workflow)
                .put("phases", list(phases, RunPlan::phase))
                .build();
    }

    private static JsonObject phase(PhasePlan phase) {
        return JsonObject.builder()
                .put("name", phase.name())
                .put("conditional", phase.conditional())
                .put("onFailure", phase.onFailure())
                .put("steps", list(phase.steps(), StepPlan::toJson))
                .build();
    }

    private static <T> JsonArray list(List<T> items, Function<T, ? extends Json> form) {
        return new JsonArray(items.stream().<Json>map(form).toList());
    }
}
