package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.emulator.time.Work;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.Moments;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.pcollections.TreePVector;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Puts a deployment that was found good on record and on the agenda. */
final class Beginning {

    /** Between acceptance and the first write. Inferred (recorded: about two seconds). */
    static final Duration DELAY = Duration.ofSeconds(1);

    /** The step that starts a deployment. */
    static final String START = "start";

    /**
     * What is known of the deployment besides its plan.
     *
     * @param inline whether the template came with the request or is a template spec: only then its
     *     hash is shown
     * @param given parameters as given, {@code {value}} or {@code {reference}}
     * @param echoed members of {@code properties} that are shown as sent
     * @param parent who waits for its end
     * @param apiVersion of the request; empty for nested deployments
     */
    record Request(
            ResourceId id,
            Optional<String> location,
            JsonObject tags,
            String mode,
            JsonObject template,
            boolean inline,
            Map<String, JsonObject> given,
            JsonObject echoed,
            Origin origin,
            String correlationId,
            Optional<LongRunning.Continuation> parent,
            String apiVersion) {

        Request at(String newApiVersion) {
            return new Request(
                    id,
                    location,
                    tags,
                    mode,
                    template,
                    inline,
                    given,
                    echoed,
                    origin,
                    correlationId,
                    parent,
                    newApiVersion);
        }

        /** Parameters may be secrets. */
        @Override
        public String toString() {
            return "Request[" + id + "]";
        }
    }

    World begin(World world, Request request, Plan plan, Instant now) {
        World groomed = Admission.groomed(world, request.id().scope());
        DeploymentRecord record = record(groomed, request, plan, now);
        World begun = Moments.started(groomed.with(record), request.id(), now);
        return begun.schedule(
                now.plus(DELAY),
                new Work.ContinueDeployment(request.id(), record.sequence() + "/" + START));
    }

    DeploymentRecord record(World world, Request request, Plan plan, Instant now) {
        return new DeploymentRecord(
                request.id(),
                DeploymentLocation.kept(request.location()),
                request.tags(),
                Records.ACCEPTED,
                request.correlationId(),
                sequence(world, request.id(), now),
                now,
                now,
                shown(request, plan),
                request.origin()
                        .toJson()
                        .with("own", request.inline() ? request.template() : Json.object())
                        .with("apiVersion", Json.of(request.apiVersion())),
                DeploymentRun.of(plan),
                TreePVector.empty(),
                Optional.empty(),
                request.parent());
    }

    /** Two deployments of one name in one instant still differ. */
    private static String sequence(World world, ResourceId id, Instant now) {
        Instant at = now;
        Optional<String> before = world.deployment(id).map(DeploymentRecord::sequence);
        while (before.isPresent() && ArmText.sequence(at).compareTo(before.get()) >= 0) {
            at = at.plusNanos(100);
        }
        return ArmText.sequence(at);
    }

    private static JsonObject shown(Request request, Plan plan) {
        return JsonObject.builder()
                .putAll(request.echoed().members())
                .put(
                        "templateHash",
                        request.inline()
                                ? Optional.of(Json.of(TemplateHash.of(request.template())))
                                : Optional.empty())
                .put(
                        "parameters",
                        Shown.parameters(
                                plan.expanded().parameters(),
                                request.given(),
                                request.template().find("parameters").isPresent()))
                .put("mode", request.mode())
                .put("providers", Shown.providers(plan.expanded()))
                .put("dependencies", Shown.dependencies(plan))
                .build();
    }
}
