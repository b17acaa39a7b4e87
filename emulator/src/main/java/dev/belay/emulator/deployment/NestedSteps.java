package dev.belay.emulator.deployment;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.Attempt;
import dev.belay.emulator.fault.Fault;
import dev.belay.emulator.fault.FaultBook;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.template.expansion.DeploymentContext;
import dev.belay.template.expansion.ExpandedResource;
import dev.belay.template.expansion.NestedDeployment;
import dev.belay.template.syntax.Source;
import dev.belay.template.syntax.TemplateReader;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Starts nested deployments: each is a deployment of its own, in its own scope. */
final class NestedSteps {

    private final Beginning beginning;

    NestedSteps(Beginning beginning) {
        this.beginning = beginning;
    }

    /**
     * Starts one; its operation is begun already.
     *
     * @param parameters {@code {name: {value} | {reference}}}, finished
     */
    Turn start(Turn turn, int place, ExpandedResource resource, Json parameters) {
        Struck struck = strike(turn.world(), resource.id());
        Turn after = turn.with(struck.world());
        if (struck.hangs()) {
            return after;
        }
        Optional<Refusal> refusal =
                struck.refusal().or(() -> Admission.refuse(after.world(), resource.id()));
        if (refusal.isPresent()) {
            return refused(after, place, refusal.get());
        }
        NestedDeployment nested = resource.nested().orElseThrow();
        SequencedMap<String, JsonObject> given = given(parameters);
        Planned planned = plan(after, place, nested, given);
        return switch (planned.result()) {
            case Submission.Result.Refused(var why) -> refused(after, place, why);
            case Submission.Result.Planned(var plan) -> {
                JsonObject template =
                        nested.templateJson().flatMap(Json::asObject).orElse(Json.object());
                var request =
                        new Beginning.Request(
                                resource.id(),
                                nested.context().location(),
                                tags(resource),
                                nested.context().mode(),
                                template,
                                nested.templateJson().isPresent(),
                                given,
                                Json.object(),
                                planned.origin(),
                                after.record().correlationId(),
                                Optional.of(after.continuation(place)),
                                "");
                yield after.with(beginning.begin(after.world(), request, plan, after.now()));
            }
        };
    }

    private static Turn refused(Turn turn, int place, Refusal refusal) {
        ArmError error = refusal.error();
        return turn.fail(turn.run().steps().get(place).operation(), refusal.status(), error)
                .later(place, Duration.ZERO);
    }

    private static JsonObject tags(ExpandedResource resource) {
        return resource.body()
                .asMembers()
                .map(members -> members.get("tags"))
                .flatMap(value -> value.known())
                .flatMap(Json::asObject)
                .orElse(Json.object());
    }

    private record Planned(Submission.Result result, Origin origin) {}

    /**
     * The plan that was made with the parent's, unless a parameter was only known now, or the
     * template speaks of another scope than the parent's: then it is expanded anew, with what is
     * known of that scope now.
     */
    private static Planned plan(
            Turn turn, int place, NestedDeployment nested, SequencedMap<String, JsonObject> given) {
        Plan parent = turn.run().plan();
        boolean elsewhere = !nested.scope().equals(parent.context().scope());
        boolean settled = !nested.inner() || (nested.parameters().isFinished() && !elsewhere);
        if (nested.expanded().isPresent() && settled) {
            DeploymentContext context = nested.inner() ? nested.context() : parent.context();
            return new Planned(
                    new Submission.Result.Planned(Plan.of(nested.expanded().get(), context)),
                    Origin.from(turn.record().kept()).below(place));
        }
        var values = new LinkedHashMap<String, Json>();
        given.forEach(
                (name, parameter) ->
                        parameter.find("value").ifPresent(value -> values.put(name, value)));
        JsonObject template = template(turn.world(), nested);
        DeploymentContext context =
                elsewhere ? ScopeFacts.enriched(turn.world(), nested.context()) : nested.context();
        Submission.Result result =
                Submission.plan(
                        turn.world(),
                        TemplateReader.nested(template, Source.NONE),
                        values,
                        context);
        return new Planned(result, new Origin(template, values, context, List.of()));
    }

    private static JsonObject template(World world, NestedDeployment nested) {
        return nested.templateJson()
                .flatMap(Json::asObject)
                .or(
                        () ->
                                nested.link()
                                        .flatMap(link -> Submission.document(world, link))
                                        .flatMap(NestedSteps::parsed))
                .orElse(Json.object());
    }

    private static Optional<JsonObject> parsed(String text) {
        try {
            return JsonReader.lenient().read(text).asObject();
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }

    private static SequencedMap<String, JsonObject> given(Json parameters) {
        var given = new LinkedHashMap<String, JsonObject>();
        parameters
                .asObject()
                .orElse(Json.object())
                .members()
                .forEach(
                        (name, value) ->
                                value.asObject().ifPresent(object -> given.put(name, object)));
        return given;
    }

    private record Struck(World world, Optional<Refusal> refusal, boolean hangs) {}

    /** Faults of the world file strike a nested deployment's PUT as they strike a client's. */
    private static Struck strike(World world, ResourceId id) {
        if (!world.standing()) {
            return new Struck(world, Optional.empty(), false);
        }
        var attempt =
                new Attempt(
                        Fault.Stage.REQUEST,
                        Method.PUT,
                        id,
                        world.deployment(id).map(DeploymentDocument::of),
                        Optional.empty());
        FaultBook.Struck struck = world.script().faults().strike(attempt);
        World after = world.with(world.script().withFaults(struck.after()));
        if (struck.then().isEmpty()) {
            return new Struck(after, Optional.empty(), false);
        }
        return switch (struck.then().get()) {
            case Fault.Then.Fail(var status, var error) ->
                    new Struck(after, Optional.of(Refusal.gateway(status, error)), false);
            case Fault.Then.ApplyThenFail(var status, var error) ->
                    new Struck(after, Optional.of(Refusal.gateway(status, error)), false);
            case Fault.Then.Throttle(var error, _) ->
                    new Struck(after, Optional.of(Refusal.gateway(429, error)), false);
            case Fault.Then.Hang _, Fault.Then.LoseAnswer _ ->
                    new Struck(after, Optional.empty(), true);
        };
    }
}
