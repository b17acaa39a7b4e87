package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.template.value.Environment;
import dev.belay.template.value.NewValues;
import dev.belay.template.value.NotFound;
import dev.belay.template.value.ResourceTarget;
import dev.belay.template.value.RuntimePort;
import dev.belay.template.value.ScopeContext;
import dev.belay.template.value.UserFunction;
import dev.belay.template.value.Value;

import java.util.List;
import java.util.Optional;

/** Where a residual value is finished: it needs nothing of its template any more. */
record FinishPlace(ScopeContext scope, RuntimePort port, boolean symbolicNames)
        implements Environment {

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
    public boolean allowsRuntime() {
        return true;
    }

    @Override
    public NewValues newValues() {
        return new NewValues.Refused();
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
    public Optional<Json> extension(String alias) {
        return Optional.empty();
    }
}
