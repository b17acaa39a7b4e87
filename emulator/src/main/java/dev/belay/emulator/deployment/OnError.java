package dev.belay.emulator.deployment;

import dev.belay.arm.Scope;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Comparator;
import java.util.Optional;

/**
 * The deployment that is to be made again when this one fails, as answers show it: {@code
 * LastSuccessful} names the one that is meant (recorded). That it is made again is not built.
 */
final class OnError {

    private OnError() {}

    static Optional<JsonObject> resolved(World world, Scope scope, JsonObject properties) {
        return properties
                .find("onErrorDeployment")
                .flatMap(Json::asObject)
                .map(asked -> resolved(world, scope, asked, asked.find("type")));
    }

    private static JsonObject resolved(
            World world, Scope scope, JsonObject asked, Optional<Json> type) {
        boolean last =
                type.flatMap(Json::asText).filter("LastSuccessful"::equalsIgnoreCase).isPresent();
        Optional<String> name =
                world.deploymentsOf(scope).stream()
                        .filter(record -> record.state().equals(Records.SUCCEEDED))
                        .max(Comparator.comparing(DeploymentRecord::startedAt))
                        .map(record -> record.id().name());
        return last && name.isPresent() ? asked.with("deploymentName", Json.of(name.get())) : asked;
    }
}
