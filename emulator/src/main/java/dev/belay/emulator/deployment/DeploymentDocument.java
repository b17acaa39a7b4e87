package dev.belay.emulator.deployment;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The documents that ARM shows of deployments. Evidence: recorded (arm-protocol 5). */
public final class DeploymentDocument {

    /** The members of {@code properties} in ARM's order. */
    private static final List<String> ORDER =
            List.of(
                    "templateLink",
                    "templateHash",
                    "parametersLink",
                    "parameters",
                    "mode",
                    "debugSetting",
                    "provisioningState",
                    "timestamp",
                    "duration",
                    "correlationId",
                    "providers",
                    "dependencies",
                    "onErrorDeployment",
                    "outputs",
                    "outputResources",
                    "error");

    private static final String TYPE_SINCE = "2019-05-10";

    private DeploymentDocument() {}

    /** What a PUT, a GET and an item of a list show. */
    public static JsonObject of(DeploymentRecord record) {
        JsonObject moving =
                JsonObject.builder()
                        .put("provisioningState", record.state())
                        .put("timestamp", ArmText.time(record.changedAt()))
                        .put(
                                "duration",
                                ArmText.duration(
                                        Duration.between(record.startedAt(), record.changedAt())))
                        .put("correlationId", record.correlationId())
                        .put("error", record.error().map(ArmError::toJson))
                        .build();
        return shell(record, ordered(record.shown().withAll(moving)));
    }

    /** What a validate that succeeds shows. */
    static JsonObject validated(DeploymentRecord record, JsonArray validatedResources) {
        JsonObject still =
                JsonObject.builder()
                        .put("provisioningState", Records.SUCCEEDED)
                        .put("timestamp", ArmText.time(record.changedAt()))
                        .put("duration", "PT0S")
                        .put("correlationId", record.correlationId())
                        .build();
        return shell(
                record,
                ordered(record.shown().withAll(still))
                        .with("validatedResources", validatedResources));
    }

    private static JsonObject shell(DeploymentRecord record, JsonObject properties) {
        boolean located = !(record.id().scope() instanceof Scope.ResourceGroup);
        return JsonObject.builder()
                .put("id", record.id().path())
                .put("name", record.id().name())
                .put("type", "Microsoft.Resources/deployments")
                .put("location", record.location().filter(_ -> located).map(Json::of))
                .put("tags", Optional.of(record.tags()).filter(tags -> !tags.isEmpty()))
                .put("properties", properties)
                .build();
    }

    private static JsonObject ordered(JsonObject members) {
        var ordered = JsonObject.builder();
        ORDER.forEach(name -> ordered.put(name, members.get(name)));
        return ordered.build();
    }

    /** A document as older api-versions show it, without its type. Evidence: recorded. */
    public static JsonObject at(String apiVersion, JsonObject document) {
        return apiVersion.compareTo(TYPE_SINCE) < 0 ? document.without("type") : document;
    }

    /** What the poll link of a PUT shows. */
    public static JsonObject status(DeploymentRecord record) {
        return JsonObject.builder()
                .put("status", record.state())
                .put("error", record.error().map(ArmError::toJson))
                .build();
    }

    /** The operations: resources' newest first, the evaluation of outputs last. */
    public static JsonObject operations(DeploymentRecord record) {
        var resources = new ArrayList<Json>();
        var outputs = new ArrayList<Json>();
        for (DeploymentRecord.Operation operation : record.operations()) {
            boolean evaluates = operation.kind().equals("EvaluateDeploymentOutput");
            (evaluates ? outputs : resources).add(row(record, operation));
        }
        List<Json> rows = new ArrayList<>(resources.reversed());
        rows.addAll(outputs);
        return JsonObject.of("value", new JsonArray(rows));
    }

    /** One operation alone; it also names the provider's request (recorded: the list does not). */
    public static JsonObject operation(
            DeploymentRecord record, DeploymentRecord.Operation operation) {
        return document(record, operation, operation.shown().get("serviceRequestId"));
    }

    private static JsonObject row(DeploymentRecord record, DeploymentRecord.Operation operation) {
        return document(record, operation, Optional.empty());
    }

    private static JsonObject document(
            DeploymentRecord record,
            DeploymentRecord.Operation operation,
            Optional<Json> serviceRequestId) {
        JsonObject shown = operation.shown();
        JsonObject properties =
                JsonObject.builder()
                        .put("provisioningOperation", operation.kind())
                        .put("provisioningState", operation.state())
                        .put("timestamp", ArmText.time(operation.changedAt()))
                        .put(
                                "duration",
                                ArmText.duration(
                                        Duration.between(
                                                operation.startedAt(), operation.changedAt())))
                        .put("trackingId", shown.get("trackingId"))
                        .put("serviceRequestId", serviceRequestId)
                        .put("statusCode", shown.get("statusCode"))
                        .put("statusMessage", shown.get("statusMessage"))
                        .put("targetResource", shown.get("targetResource"))
                        .build();
        return JsonObject.builder()
                .put("id", record.id().path() + "/operations/" + operation.id())
                .put("operationId", operation.id())
                .put("properties", properties)
                .build();
    }

    /**
     * What {@code listOutputsWithSecureValues} answers: the values by name. Evidence: documented
     * (what Bicep compiles a secure output of a module to).
     */
    static JsonObject outputsWithSecureValues(DeploymentRecord record) {
        var values = JsonObject.builder();
        record.shown()
                .get("outputs")
                .flatMap(Json::asObject)
                .orElse(Json.object())
                .members()
                .forEach((name, output) -> values.put(name, output.at("/value")));
        record.kept()
                .get("secureOutputs")
                .flatMap(Json::asObject)
                .orElse(Json.object())
                .members()
                .forEach(values::put);
        return values.build();
    }
}
