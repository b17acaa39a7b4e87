package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonPointer;
import dev.belay.template.syntax.Template;
import dev.belay.template.type.Definitions;
import dev.belay.template.value.ScopeContext;
import dev.belay.template.value.Value;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** One template while it is expanded: its parameters, variables, functions and resources. */
final class TemplateRun {

    private final Template template;
    private final DeploymentContext context;
    private final Target target;
    private final Shared shared;
    private final ScopeContext scope;
    private final Definitions definitions;
    private final Map<String, Value> carried;
    private final Parameters parameters;
    private final Variables variables;
    private final UserFunctions functions;
    private final Registry registry;
    private final NestedExpansion nested;
    private final int depth;

    /**
     * @param given parameters by name; what the parent only knows later is deferred
     * @param carried values that stand in the template's texts under these keys
     * @param depth 0 for the root, 1 for its nested deployments
     */
    TemplateRun(
            Template template,
            DeploymentContext context,
            Target target,
            ScopeContext scope,
            SequencedMap<String, Value> given,
            Map<String, Value> carried,
            Shared shared,
            int depth) {
        this.template = template;
        this.context = context;
        this.target = target;
        this.shared = shared;
        this.scope = scope;
        this.depth = depth;
        this.carried = new HashMap<>(carried);
        this.definitions = new Definitions(new LinkedHashMap<>(template.definitions()));
        this.parameters = new Parameters(this, given);
        this.variables = new Variables(this);
        this.functions = new UserFunctions(this);
        this.registry = new Registry(template.languageVersion().isPresent());
        this.nested = new NestedExpansion(this);
    }

    Template template() {
        return template;
    }

    DeploymentContext context() {
        return context;
    }

    Target target() {
        return target;
    }

    Shared shared() {
        return shared;
    }

    ScopeContext scope() {
        return scope;
    }

    Definitions definitions() {
        return definitions;
    }

    Map<String, Value> carried() {
        return carried;
    }

    Parameters parameters() {
        return parameters;
    }

    Variables variables() {
        return variables;
    }

    UserFunctions functions() {
        return functions;
    }

    Registry registry() {
        return registry;
    }

    NestedExpansion nested() {
        return nested;
    }

    int depth() {
        return depth;
    }

    /** All of it, in the order in which ARM's engine finds mistakes. */
    TemplateResult expand() {
        DocumentRules.check(this);
        functions.check();
        parameters.bindAll();
        variables.evaluateAll();
        List<Instance> instances = new ResourceExpansion(this).instances();
        var dependencies = new Dependencies(this);
        List<Instance> ordered = dependencies.ordered(instances);
        Map<String, ExpandedOutput> outputs = new Outputs(this).all();
        for (Instance instance : ordered) {
            if (instance.isDeployment() && instance.shown()) {
                nested.of(instance);
            }
        }
        return new TemplateResult(this, dependencies, ordered, new LinkedHashMap<>(outputs));
    }

    /** A value of the template at a place. */
    Value evaluate(Json json, JsonPointer at, Place place) {
        return new Bodies(place).value(json, at);
    }
}
