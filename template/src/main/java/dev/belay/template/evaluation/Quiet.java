package dev.belay.template.evaluation;

import dev.belay.json.Json;
import dev.belay.template.value.Environment;
import dev.belay.template.value.NewValues;
import dev.belay.template.value.ResourceTarget;
import dev.belay.template.value.RuntimePort;
import dev.belay.template.value.ScopeContext;
import dev.belay.template.value.UserFunction;
import dev.belay.template.value.Value;

import java.util.List;
import java.util.Optional;

/** An environment that asks the outside nothing: for branches that may never be taken. */
record Quiet(Environment loud) implements Environment {

    @Override
    public Value parameter(String name) {
        return loud.parameter(name);
    }

    @Override
    public Value variable(String name) {
        return loud.variable(name);
    }

    @Override
    public Optional<UserFunction> userFunction(String qualifiedName) {
        return loud.userFunction(qualifiedName);
    }

    @Override
    public long copyIndex(Optional<String> loop) {
        return loud.copyIndex(loop);
    }

    @Override
    public ScopeContext scope() {
        return loud.scope();
    }

    @Override
    public boolean allowsRuntime() {
        return loud.allowsRuntime();
    }

    @Override
    public NewValues newValues() {
        return loud.newValues();
    }

    @Override
    public boolean symbolicNames() {
        return loud.symbolicNames();
    }

    @Override
    public Optional<ResourceTarget> resolve(String reference) {
        return loud.resolve(reference);
    }

    @Override
    public Optional<List<ResourceTarget>> resolveLoop(String loop) {
        return loud.resolveLoop(loop);
    }

    @Override
    public Optional<Value> nestedDeployment(String reference) {
        return loud.nestedDeployment(reference);
    }

    @Override
    public RuntimePort port() {
        return RuntimePort.unanswered();
    }

    @Override
    public Optional<Json> extension(String alias) {
        return loud.extension(alias);
    }
}
