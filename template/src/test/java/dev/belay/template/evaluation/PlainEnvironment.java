package dev.belay.template.evaluation;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.value.Environment;
import dev.belay.template.value.NewValues;
import dev.belay.template.value.NotFound;
import dev.belay.template.value.ResourceTarget;
import dev.belay.template.value.RuntimePort;
import dev.belay.template.value.ScopeContext;
import dev.belay.template.value.ScopeKind;
import dev.belay.template.value.UserFunction;
import dev.belay.template.value.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An environment of given values, at one of the scopes that the engine's cases were made at. */
record PlainEnvironment(
        Map<String, Value> parameters,
        Map<String, Value> variables,
        Map<String, ResourceTarget> resources,
        ScopeContext scope,
        boolean allowsRuntime,
        NewValues newValues,
        RuntimePort port)
        implements Environment {

    private static final String TENANT = "00000000-0000-0000-0000-000000000001";
    private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000002";

    /**
     * @param scope {@code rg}, {@code sub}, {@code mg} or {@code tenant}, as in the engine's cases
     */
    static PlainEnvironment at(String scope) {
        return new PlainEnvironment(
                Map.of("p", Value.of("pv")),
                Map.of("v", Value.of("vv")),
                Map.of(),
                context(scope),
                true,
                new NewValues.Refused(),
                RuntimePort.unanswered());
    }

    private static ScopeContext context(String scope) {
        boolean group = scope.equals("rg");
        boolean subscription = group || scope.equals("sub");
        var deployment =
                JsonObject.builder()
                        .put("name", "dep")
                        .put(
                                "properties",
                                JsonObject.of(
                                        "template",
                                        JsonObject.of("contentVersion", Json.of("1.0.0.0"))));
        if (!group) {
            deployment.put("location", "westus");
        }
        ScopeKind kind =
                switch (scope) {
                    case "rg" -> ScopeKind.RESOURCE_GROUP;
                    case "sub" -> ScopeKind.SUBSCRIPTION;
                    case "mg" -> ScopeKind.MANAGEMENT_GROUP;
                    default -> ScopeKind.TENANT;
                };
        return new ScopeContext(
                kind,
                ScopeContext.tenantOf(TENANT),
                scope.equals("mg")
                        ? Optional.of(ScopeContext.managementGroupOf("mg1"))
                        : Optional.empty(),
                subscription
                        ? Optional.of(ScopeContext.subscriptionOf(SUBSCRIPTION, TENANT))
                        : Optional.empty(),
                group
                        ? Optional.of(ScopeContext.resourceGroupOf(SUBSCRIPTION, "rg", "westus"))
                        : Optional.empty(),
                Value.of(deployment.build()),
                ScopeContext.unknown("environment"),
                ScopeContext.unknown("deployer"),
                Map.of());
    }

    PlainEnvironment withParameter(String name, Value value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new PlainEnvironment(
                more, variables, resources, scope, allowsRuntime, newValues, port);
    }

    PlainEnvironment withVariable(String name, Value value) {
        var more = new LinkedHashMap<>(variables);
        more.put(name, value);
        return new PlainEnvironment(
                parameters, more, resources, scope, allowsRuntime, newValues, port);
    }

    PlainEnvironment withResource(String name, String id, String apiVersion) {
        var more = new LinkedHashMap<>(resources);
        more.put(name, new ResourceTarget(Value.of(id), apiVersion));
        return new PlainEnvironment(
                parameters, variables, more, scope, allowsRuntime, newValues, port);
    }

    PlainEnvironment withNewValues(NewValues values) {
        return new PlainEnvironment(
                parameters, variables, resources, scope, allowsRuntime, values, port);
    }

    PlainEnvironment withPort(RuntimePort answers) {
        return new PlainEnvironment(
                parameters, variables, resources, scope, allowsRuntime, newValues, answers);
    }

    PlainEnvironment withoutRuntime() {
        return new PlainEnvironment(
                parameters, variables, resources, scope, false, newValues, port);
    }

    @Override
    public Value parameter(String name) {
        return Optional.ofNullable(parameters.get(name.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> NotFound.parameter(name));
    }

    @Override
    public Value variable(String name) {
        return Optional.ofNullable(variables.get(name.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> NotFound.variable(name));
    }

    @Override
    public Optional<UserFunction> userFunction(String qualifiedName) {
        return Optional.empty();
    }

    @Override
    public long copyIndex(Optional<String> loop) {
        throw NotFound.loop();
    }

    @Override
    public boolean symbolicNames() {
        return false;
    }

    @Override
    public Optional<ResourceTarget> resolve(String reference) {
        return Optional.ofNullable(resources.get(reference));
    }

    @Override
    public Optional<List<ResourceTarget>> resolveLoop(String loop) {
        return Optional.empty();
    }

    @Override
    public Optional<Value> nestedDeployment(String reference) {
        return Optional.empty();
    }

    @Override
    public Optional<Json> extension(String alias) {
        return Optional.empty();
    }
}
