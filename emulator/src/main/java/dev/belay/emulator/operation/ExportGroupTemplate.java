package dev.belay.emulator.operation;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.export.ExportOptions;
import dev.belay.emulator.export.GroupExport;
import dev.belay.emulator.provisioning.Gate;
import dev.belay.emulator.provisioning.JobToken;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The template of a resource group as it stands. Older api-versions answer at once; since
 * 2022-09-01 it is a job of ARM, but for an empty group. Evidence: recorded; the job is over when
 * it is asked for.
 */
public final class ExportGroupTemplate implements Operation {

    private static final PathPattern PATH =
            PathPattern.of("/subscriptions/{subscription}/resourceGroups/{group}/exportTemplate");

    private static final String JOB_SINCE = "2022-09-01";

    private final GroupExport export;

    public ExportGroupTemplate(GroupExport export) {
        this.export = export;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public PathPattern path() {
        return PATH;
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        var group =
                new Scope.ResourceGroup(
                        request.variable("subscription"), request.variable("group"));
        Gate.refuseScope(world, group)
                .ifPresent(
                        refusal -> {
                            throw new ArmFault(refusal);
                        });
        return switch (result(world, group, RequestBody.object(request))) {
            case GroupExport.Result.Refused(var refusal) -> throw new ArmFault(refusal);
            case GroupExport.Result.Exported(var body, var empty) ->
                    empty || request.apiVersion().compareTo(JOB_SINCE) < 0
                            ? Reply.of(world, Answers.json(200, body))
                            : job(world, request, ResourceId.of(group), body, now);
        };
    }

    private GroupExport.Result result(World world, Scope.ResourceGroup group, JsonObject body) {
        body.find("outputFormat")
                .flatMap(Json::asText)
                .filter(format -> !format.equalsIgnoreCase("Json"))
                .ifPresent(
                        format -> {
                            throw new ArmFault(501, notBuilt(format));
                        });
        ExportOptions options =
                ExportOptions.of(body.find("options").flatMap(Json::asText).orElse(""));
        JsonArray resources =
                body.find("resources")
                        .flatMap(Json::asArray)
                        .orElseThrow(
                                () -> wrong("Required property 'resources' not found in JSON."));
        return resources.stream().anyMatch(Json.of("*")::equals)
                ? export.all(world, group, options)
                : export.only(world, ids(resources, group), options);
    }

    private static Set<ResourceId> ids(JsonArray resources, Scope.ResourceGroup group) {
        var ids = new LinkedHashSet<ResourceId>();
        for (Json item : resources) {
            String text = item.asText().orElse("");
            ids.add(
                    ResourceId.parse(text)
                            .filter(id -> id.scope().equals(group))
                            .orElseThrow(
                                    () ->
                                            wrong(
                                                    "'"
                                                            + text
                                                            + "' is no id of a resource of the"
                                                            + " group.")));
        }
        return ids;
    }

    /** Evidence: inferred. */
    private static ArmFault wrong(String inner) {
        return new ArmFault(400, ResourceErrors.invalidRequestContent(inner));
    }

    /** Not an answer of Azure: what is not built says so. */
    private static ArmError notBuilt(String format) {
        return ArmError.of(
                "NotImplemented", "This embedded ARM exports JSON only, not '" + format + "'.");
    }

    private static Reply job(
            World world, MatchedRequest request, ResourceId group, JsonObject body, Instant now) {
        World.Drawn drawn = world.draw();
        String token =
                JobToken.of(
                        "ExportTemplateJob",
                        group.name(),
                        drawn.id().toString(),
                        "westus",
                        world.drawn());
        var job =
                new LongRunning(
                        token,
                        Method.POST,
                        group,
                        LongRunning.Polling.ARM_JOB,
                        request.apiVersion(),
                        now,
                        Optional.of(now),
                        LongRunning.Status.SUCCEEDED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(body),
                        Optional.empty());
        World after = drawn.world().with(job);
        String link = new PollLinks(request.origin(), after, job).result();
        ArmResponse accepted = Answers.with(Answers.empty(202), "Location", link);
        return Reply.of(after, DeploymentAnswer.paced(accepted));
    }
}
