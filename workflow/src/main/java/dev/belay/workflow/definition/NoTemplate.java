package dev.belay.workflow.definition;

import dev.belay.json.Json;
import dev.belay.template.value.Environment;
import dev.belay.template.value.NewValues;
import dev.belay.template.value.NotFound;
import dev.belay.template.value.ResourceTarget;
import dev.belay.template.value.RuntimePort;
import dev.belay.template.value.ScopeContext;
import dev.belay.template.value.ScopeKind;
import dev.belay.template.value.UserFunction;
import dev.belay.template.value.Value;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression outside templates sees of one: nothing. The scope is the tenant, so that
 * {@code resourceId} and its kin take subscription and group as arguments.
 */
record NoTemplate() implements Environment {

    private static final ScopeContext SCOPE =
            new ScopeContext(
                    ScopeKind.TENANT,
                    ScopeContext.unknown("tenant"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    ScopeContext.unknown("deployment"),
                    ScopeContext.unknown("environment"),
                    ScopeContext.unknown("deployer"),
                    Map.of());

    @Override
    public Value parameter(String name) {
        throw NotFound.parameter(name);
    }

    @Override
    public Value variable(String name) {
        throw NotFound.variable(name);
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
    public ScopeContext scope() {
        return SCOPE;
    }

    @Override
    public boolean allowsRuntime() {
        return false;
    }

    @Override
    public NewValues newValues() {
        return new NewValues.Refused();
    }

    @Override
    public boolean symbolicNames() {
        return false;
    }

    @Override
    public Optional<ResourceTarget> resolve(String reference) {
        return Optional.empty();
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
    public RuntimePort port() {
        return RuntimePort.unanswered();
    }

    @Override
    public Optional<Json> extension(String alias) {
        return Optional.empty();
    }
}
