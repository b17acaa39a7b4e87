package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonPointer;
import dev.belay.template.syntax.Template.ResourceDeclaration;
import dev.belay.template.value.ResourceTarget;
import dev.belay.template.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One resource of a template that is being expanded: one turn of a loop, or a resource without one.
 */
final class Instance {

    private final ResourceDeclaration declaration;
    private final Place place;
    private final Optional<Loop> loop;
    private final Identity identity;
    private final Value condition;
    private final Value apiVersion;
    private final boolean existing;
    private final Optional<Target> target;
    private final Set<Instance> reads = new LinkedHashSet<>();
    private @Nullable Value body;

    /** The loop of resources that it is a turn of. */
    record Loop(String name, long index, boolean serial, long batchSize) {}

    /**
     * @param place the copy loops that run here
     * @param condition {@code true} where there is none
     * @param target of a deployment: the scope it goes to
     */
    Instance(
            ResourceDeclaration declaration,
            Place place,
            Optional<Loop> loop,
            Identity identity,
            Value condition,
            Value apiVersion,
            boolean existing,
            Optional<Target> target) {
        this.declaration = declaration;
        this.place = place;
        this.loop = loop;
        this.identity = identity;
        this.condition = condition;
        this.apiVersion = apiVersion;
        this.existing = existing;
        this.target = target;
    }

    ResourceDeclaration declaration() {
        return declaration;
    }

    JsonPointer pointer() {
        return declaration.pointer();
    }

    Place place() {
        return place;
    }

    Optional<Loop> loop() {
        return loop;
    }

    Identity identity() {
        return identity;
    }

    Value condition() {
        return condition;
    }

    Value apiVersion() {
        return apiVersion;
    }

    boolean existing() {
        return existing;
    }

    Optional<Target> deploymentTarget() {
        return target;
    }

    boolean isDeployment() {
        return identity.type().equalsIgnoreCase("Microsoft.Resources/deployments");
    }

    /** Whether its condition is false: it is not part of the deployment. */
    boolean absent() {
        return condition.known().filter(JsonBoolean.FALSE::equals).isPresent();
    }

    /** Whether it is written by the deployment, as far as is known. */
    boolean shown() {
        return !absent() && !existing;
    }

    /** The condition where it is neither true nor false yet. */
    Optional<Value> openCondition() {
        Optional<Json> known = condition.known();
        return known.isPresent() && (known.get() instanceof JsonBoolean || known.get().isNull())
                ? Optional.empty()
                : Optional.of(condition);
    }

    ResourceTarget target() {
        return new ResourceTarget(identity.id(), Target.text(apiVersion).orElse(""));
    }

    /** The members to PUT, evaluated once. */
    Value body() {
        Value made = body;
        if (made == null) {
            made = absent() ? Value.of(Json.object()) : new ResourceBody(this).evaluated();
            body = made;
        }
        return made;
    }

    /** That its {@code properties} read another resource of the template. */
    void notes(Instance other) {
        if (other != this) {
            reads.add(other);
        }
    }

    Set<Instance> reads() {
        return reads;
    }

    /** The name by which messages call it. */
    String shownName() {
        return declaration.symbolicName().orElseGet(() -> rawName(declaration));
    }

    static String rawName(ResourceDeclaration declaration) {
        return declaration.member("name").flatMap(Json::asText).orElse("");
    }

    /** The name by which messages about its body call it: evaluated, where it is known. */
    String evaluatedName() {
        return declaration
                .symbolicName()
                .map(name -> name + loop.map(l -> "[" + l.index() + "]").orElse(""))
                .orElseGet(
                        () ->
                                Target.text(identity.name())
                                        .orElseGet(
                                                () -> identity.name().shown().asText().orElse("")));
    }

    /** The last segment of the name: a child in {@code resources} may be called by it. */
    Optional<String> ownName() {
        return Target.text(identity.name()).map(name -> name.substring(name.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return identity.toString();
    }
}
