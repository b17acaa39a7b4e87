package dev.belay.emulator.operation;

import dev.belay.arm.Scope;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.DeploymentDocument;
import dev.belay.emulator.deployment.Deployments;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists the deployments of a scope, newest first. */
public final class ListDeployments implements Operation {

    private static final Pattern STATE =
            Pattern.compile(
                    "\\s*provisioningState\\s+eq\\s+'([^']*)'\\s*", Pattern.CASE_INSENSITIVE);

    private final DeploymentPath form;

    private ListDeployments(DeploymentPath form) {
        this.form = form;
    }

    public static ListDeployments full() {
        return new ListDeployments(DeploymentPath.FULL);
    }

    public static ListDeployments shortPath() {
        return new ListDeployments(DeploymentPath.SHORT);
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public PathPattern path() {
        return form.list();
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        Scope scope = DeploymentPath.scope(world, request);
        Optional<Refusal> missing = Deployments.scopeMissing(world, scope);
        if (missing.isPresent()) {
            throw new ArmFault(missing.get());
        }
        Optional<String> state = request.query("$filter").flatMap(ListDeployments::state);
        List<Json> rows =
                world.deploymentsOf(scope).stream()
                        .filter(record -> state.map(record.state()::equalsIgnoreCase).orElse(true))
                        .sorted(Comparator.comparing(DeploymentRecord::startedAt).reversed())
                        .map(DeploymentDocument::of)
                        .<Json>map(
                                document -> DeploymentDocument.at(request.apiVersion(), document))
                        .toList();
        return Reply.of(world, Answers.json(200, JsonObject.of("value", new JsonArray(rows))));
    }

    private static Optional<String> state(String filter) {
        Matcher matcher = STATE.matcher(filter);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
