package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.value.ScopeContext;
import dev.belay.template.value.ScopeKind;
import dev.belay.template.value.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What the scope functions answer in a deployment. A member that is usual but not at hand is left
 * for the deployment, unless the answer is whole.
 */
final class Scopes {

    private static final List<String> TENANT =
            List.of("countryCode", "displayName", "id", "tenantId");
    private static final List<String> SUBSCRIPTION = List.of("displayName", "tenantId");
    private static final List<String> GROUP =
            List.of("location", "tags", "managedBy", "properties");
    private static final List<String> MANAGEMENT_GROUP = List.of("properties");

    private Scopes() {}

    /**
     * @param deployment what {@code deployment()} answers
     */
    static ScopeContext of(
            DeploymentContext context, ScopeKind kind, Value deployment, boolean predicting) {
        return new ScopeContext(
                kind,
                partial("tenant", context.tenant(), TENANT, predicting),
                context.managementGroup()
                        .map(
                                json ->
                                        partial(
                                                "managementGroup",
                                                json,
                                                MANAGEMENT_GROUP,
                                                predicting)),
                context.subscription()
                        .map(json -> partial("subscription", json, SUBSCRIPTION, predicting)),
                context.resourceGroup()
                        .map(json -> partial("resourceGroup", json, GROUP, predicting)),
                deployment,
                context.environment()
                        .<Value>map(Value::of)
                        .orElseGet(() -> ScopeContext.unknown("environment")),
                context.deployer()
                        .<Value>map(Value::of)
                        .orElseGet(() -> ScopeContext.unknown("deployer")),
                Map.of());
    }

    // An answer without its first usual member was made from ids: the others are not known either.
    private static Value partial(
            String function, JsonObject json, List<String> usual, boolean predicting) {
        boolean whole = !predicting && json.find(usual.getFirst()).isPresent();
        if (whole || (!predicting && function.equals("tenant"))) {
            return Value.of(json);
        }
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        boolean first = function.equals("tenant");
        json.members().forEach((name, value) -> members.put(name, Value.of(value)));
        for (String name : first ? usual.reversed() : usual) {
            if (json.find(name).isEmpty()) {
                // A subscription's tenant is the deployment's.
                Value unknown =
                        ScopeContext.unknown(name.equals("tenantId") ? "tenant" : function, name);
                if (first) {
                    members.putFirst(name, unknown);
                } else {
                    members.put(name, unknown);
                }
            }
        }
        return Value.object(members);
    }

    /** {@code deployment()} of the root. */
    static Value deployment(DeploymentContext context, JsonObject template, boolean predicting) {
        var answer = JsonObject.builder().put("name", context.deploymentName());
        JsonObject shown =
                predicting
                        ? JsonObject.of(
                                "contentVersion",
                                template.find("contentVersion").orElse(Json.nullValue()))
                        : template;
        var properties = JsonObject.builder().put("template", shown);
        if (!predicting) {
            properties.put("mode", context.mode()).put("provisioningState", "Accepted");
        }
        context.location().ifPresent(location -> answer.put("location", location));
        return Value.of(answer.put("properties", properties.build()).build());
    }

    /** {@code deployment()} of a nested one, of which the engine knows less. */
    static Value nestedDeployment(DeploymentContext context, JsonObject template) {
        Value unknown = new Value.Deferred(Call.of("unknown"));
        SequencedMap<String, Value> inner = new LinkedHashMap<>();
        inner.put("[unknown()]", unknown);
        inner.put(
                "ContentVersion",
                Value.of(template.find("contentVersion").orElse(Json.nullValue())));
        SequencedMap<String, Value> properties = new LinkedHashMap<>();
        properties.put("[unknown()]", unknown);
        properties.put("Template", Value.object(inner));
        SequencedMap<String, Value> answer = new LinkedHashMap<>();
        answer.put("Name", Value.of(context.deploymentName()));
        Optional<String> location = context.location();
        location.ifPresent(text -> answer.put("Location", Value.of(text)));
        answer.put("[unknown()]", unknown);
        answer.put("Properties", Value.object(properties));
        return Value.object(answer);
    }
}
