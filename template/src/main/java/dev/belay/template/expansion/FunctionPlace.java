package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.template.value.Environment;
import dev.belay.template.value.NewValues;
import dev.belay.template.value.ResourceTarget;
import dev.belay.template.value.RuntimePort;
import dev.belay.template.value.ScopeContext;
import dev.belay.template.value.UserFunction;
import dev.belay.template.value.Value;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the body of a user-defined function sees: its own arguments, variables and other functions
 * of the template, nothing of the place of the call.
 */
record FunctionPlace(Place outside, String function, Map<String, Value> arguments)
        implements Environment {

    @Override
    public Value parameter(String name) {
        return arguments.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> UserFunctions.noParameter(name, function));
    }

    @Override
    public Value variable(String name) {
        return outside.variable(name);
    }

    @Override
    public Optional<UserFunction> userFunction(String qualifiedName) {
        return outside.userFunction(qualifiedName);
    }

    @Override
    public long copyIndex(Optional<String> loop) {
        return outside.copyIndex(loop);
    }

    @Override
    public ScopeContext scope() {
        return outside.scope();
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
        return outside.symbolicNames();
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
        return outside.port();
    }

    @Override
    public Optional<Json> extension(String alias) {
        return Optional.empty();
    }
}
