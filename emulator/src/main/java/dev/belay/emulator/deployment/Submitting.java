package dev.belay.emulator.deployment;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.error.CleanUpErrors;
import dev.belay.arm.error.DeploymentErrors;
import dev.belay.emulator.preflight.PreflightCheck;
import dev.belay.emulator.rights.Rights;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.expansion.DeploymentContext;
import dev.belay.template.expansion.DocumentRef;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.TemplateReader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** PUT and validate of a deployment: body, admission, template, preflight, in this order. */
final class Submitting {

    /** Members of {@code properties} that are shown as they were sent. Evidence: recorded. */
    static final List<String> ECHOED = List.of("templateLink", "parametersLink", "debugSetting");

    private final Beginning beginning;
    private final PreflightCheck preflight;

    Submitting(Beginning beginning, PreflightCheck preflight) {
        this.beginning = beginning;
        this.preflight = preflight;
    }

    private sealed interface Prepared {

        record Good(World world, Beginning.Request request, Plan plan) implements Prepared {}

        record Bad(Refusal refusal) implements Prepared {}
    }

    Submitted submit(World world, ResourceId id, String apiVersion, String body, Instant now) {
        Optional<DeploymentRecord> before = world.deployment(id);
        Optional<Refusal> refusal = Admission.refuse(world, id);
        if (refusal.isPresent()) {
            return new Submitted.Refused(refusal.get(), Optional.empty());
        }
        return switch (prepare(world, id, body, now)) {
            case Prepared.Bad(var why) -> new Submitted.Refused(why, Optional.empty());
            case Prepared.Good(var prepared, var request, var plan) -> {
                World after = beginning.begin(prepared, request.at(apiVersion), plan, now);
                DeploymentRecord record = after.deployment(id).orElseThrow();
                yield new Submitted.Accepted(after, record, before.isPresent());
            }
        };
    }

    Validated validate(World world, ResourceId id, String body, Instant now) {
        Optional<Refusal> refusal = Admission.scopeMissing(world, id.scope());
        if (refusal.isPresent()) {
            return new Validated.Refused(refusal.get());
        }
        return switch (prepare(world, id, body, now)) {
            case Prepared.Bad(var why) -> new Validated.Refused(why);
            case Prepared.Good(var prepared, var request, var plan) ->
                    new Validated.Fine(
                            DeploymentDocument.validated(
                                    beginning.record(prepared, request, plan, now),
                                    Shown.ids(Submission.written(plan))));
        };
    }

    private Prepared prepare(World world, ResourceId id, String body, Instant now) {
        return switch (DeploymentRequest.read(body)) {
            case DeploymentRequest.Reading.Refused(var refusal) -> new Prepared.Bad(refusal);
            case DeploymentRequest.Reading.Read(var request) ->
                    wrongPlace(world, id, request)
                            .or(() -> OnError.refuse(world, id, request.properties()))
                            .<Prepared>map(Prepared.Bad::new)
                            .orElseGet(() -> prepare(world, id, request, now));
        };
    }

    private static Optional<Refusal> wrongPlace(
            World world, ResourceId id, DeploymentRequest request) {
        boolean group = id.scope() instanceof Scope.ResourceGroup;
        if (!group && request.mode().equals("Complete")) {
            return Optional.of(Refusal.gateway(400, CleanUpErrors.completeNotSupported()));
        }
        return DeploymentLocation.refuse(world, id, request.location());
    }

    private Prepared prepare(World before, ResourceId id, DeploymentRequest request, Instant now) {
        World.Drawn seed = before.draw();
        World.Drawn correlation = seed.world().draw();
        World world = correlation.world();
        Optional<Reading> template = template(world, request);
        if (template.isEmpty()) {
            DocumentRef link = Submission.link(request.templateLink().orElse(Json.object()));
            return bad(Submission.noDocument(world, link));
        }
        DeploymentContext context =
                ScopeFacts.context(
                        world,
                        id.scope(),
                        id.name(),
                        request.location(),
                        request.mode(),
                        now,
                        seed.id());
        return switch (Submission.plan(world, template.get(), request.values(), context)) {
            case Submission.Result.Refused(var refusal) -> new Prepared.Bad(refusal);
            case Submission.Result.Planned(var plan) -> {
                var origin = new Origin(json(template.get()), request.values(), context, List.of());
                yield checked(
                        world,
                        asked(world, id, request, origin, correlation.id().toString()),
                        plan,
                        now);
            }
        };
    }

    private static Beginning.Request asked(
            World world,
            ResourceId id,
            DeploymentRequest request,
            Origin origin,
            String correlationId) {
        var echoed = JsonObject.builder();
        ECHOED.forEach(
                name ->
                        echoed.put(
                                name,
                                request.properties().find(name).filter(value -> !value.isNull())));
        request.templateLink().ifPresent(link -> echoed.put("templateLink", whole(link, origin)));
        echoed.put("onErrorDeployment", OnError.resolved(world, id, request.properties()));
        return new Beginning.Request(
                id,
                request.location(),
                request.tags(),
                request.mode(),
                origin.template(),
                request.isAtHand(),
                request.parameters(),
                echoed.build(),
                origin,
                correlationId,
                Optional.empty(),
                "");
    }

    /** The link to a template spec tells the template's version: recorded. */
    private static JsonObject whole(JsonObject link, Origin origin) {
        Optional<Json> version = origin.template().find("contentVersion");
        return link.find("id").isPresent() && version.isPresent()
                ? link.with("contentVersion", version.get())
                : link;
    }

    private Prepared checked(World world, Beginning.Request request, Plan plan, Instant now) {
        Optional<Refusal> misplaced =
                NestedScopes.missing(world, plan.expanded())
                        .or(() -> preflight.wrongScope(plan.expanded().everything()));
        if (misplaced.isPresent()) {
            return new Prepared.Bad(misplaced.get());
        }
        List<ArmError> forbidden =
                Rights.ofCaller(world).stream()
                        .flatMap(
                                rights ->
                                        plan.expanded().everything().stream()
                                                .flatMap(r -> rights.refuseWrite(r.id()).stream()))
                        .toList();
        if (!forbidden.isEmpty()) {
            return new Prepared.Bad(
                    Refusal.gateway(
                            403,
                            DeploymentErrors.invalidTemplateDeployment(
                                    request.id().name(), world.draw().id().toString(), forbidden)));
        }
        List<ArmError> details = preflight.check(world, plan.expanded().everything(), now);
        if (details.isEmpty()) {
            return new Prepared.Good(world, request, plan);
        }
        String tracking = world.draw().id().toString();
        return new Prepared.Bad(
                Refusal.gateway(
                        400,
                        DeploymentErrors.invalidTemplateDeployment(
                                request.id().name(), tracking, details)));
    }

    private static Optional<Reading> template(World world, DeploymentRequest request) {
        if (request.template().isPresent()) {
            return request.template()
                    .map(template -> TemplateReader.root(template, request.source()));
        }
        return request.templateLink()
                .map(Submission::link)
                .flatMap(link -> Submission.document(world, link))
                .map(TemplateReader::read);
    }

    private static JsonObject json(Reading reading) {
        return reading instanceof Reading.Read(var template) ? template.json() : Json.object();
    }

    private static Prepared bad(Submission.Result result) {
        return switch (result) {
            case Submission.Result.Refused(var refusal) -> new Prepared.Bad(refusal);
            case Submission.Result.Planned _ ->
                    throw new IllegalStateException("A missing document gave a plan.");
        };
    }
}
