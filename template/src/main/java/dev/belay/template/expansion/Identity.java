package dev.belay.template.expansion;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.value.ScopeKind;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a resource is called.
 *
 * @param type in full, as written
 * @param name in full
 * @param id as it is printed; deferred where the name or the scope is
 */
record Identity(String type, Value name, Value id) {

    /**
     * @param scope the resource's {@code scope} member, where it has one
     */
    static Identity of(Target target, String type, Value name, Optional<Value> scope) {
        Optional<Value> other = scope.filter(value -> !isNone(value));
        return new Identity(
                type,
                name,
                other.isEmpty()
                        ? inTarget(target, type, name)
                        : extension(target, type, name, other.get()));
    }

    private static boolean isNone(Value scope) {
        return scope.isNull() || Target.text(scope).filter(String::isEmpty).isPresent();
    }

    private static Value inTarget(Target target, String type, Value name) {
        Optional<String> path = target.path();
        Optional<String> known = Target.text(name);
        boolean group =
                target.kind() == ScopeKind.SUBSCRIPTION
                        && type.equalsIgnoreCase("Microsoft.Resources/resourceGroups");
        if (group && path.isPresent() && known.isPresent()) {
            return Value.of(path.get() + "/resourceGroups/" + known.get());
        }
        return path.isPresent() && known.isPresent()
                ? Value.of(path.get() + "/providers/" + Names.path(type, known.get()))
                : target.idExpression(type, name);
    }

    private static Value extension(Target target, String type, Value name, Value scope) {
        Optional<String> to = Target.text(scope);
        Optional<String> known = Target.text(name);
        Optional<String> path = target.path();
        if (to.isEmpty() || known.isEmpty() || path.isEmpty()) {
            return unknownExtension(target, type, name, scope);
        }
        String base =
                to.get().equals("/")
                        ? ""
                        : to.get().startsWith("/")
                                ? to.get()
                                : path.get() + "/providers/" + to.get();
        String trimmed = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return Value.of(trimmed + "/providers/" + Names.path(type, known.get()));
    }

    private static Value unknownExtension(Target target, String type, Value name, Value scope) {
        Optional<String> to = Target.text(scope);
        List<Expression> own = new ArrayList<>();
        own.add(Value.of(type).asExpression());
        own.addAll(Target.segments(type, name));
        Expression tenant = new Call("tenantResourceId", own);
        if (to.filter("/"::equals).isPresent()) {
            return new Value.Deferred(tenant);
        }
        Expression base = to.isPresent() ? knownBase(target, to.get()) : unknownBase(target, scope);
        own.addFirst(base);
        Expression extension = new Call("extensionResourceId", own);
        return new Value.Deferred(
                to.isPresent()
                        ? extension
                        : Call.of(
                                "if",
                                Call.of(
                                        "equals",
                                        scope.asExpression(),
                                        Value.of("/").asExpression()),
                                tenant,
                                extension));
    }

    private static Expression knownBase(Target target, String scope) {
        return scope.startsWith("/")
                ? Value.of(scope).asExpression()
                : Value.of(target.path().orElse("") + "/providers/" + scope).asExpression();
    }

    private static Expression unknownBase(Target target, Value scope) {
        List<Expression> parts = new ArrayList<>();
        switch (target.kind()) {
            case TENANT -> {}
            case MANAGEMENT_GROUP -> {
                parts.add(
                        Value.of("/providers/Microsoft.Management/managementGroups/")
                                .asExpression());
                parts.add(target.name().asExpression());
            }
            case SUBSCRIPTION, RESOURCE_GROUP -> {
                parts.add(Value.of("/subscriptions/").asExpression());
                parts.add(target.subscription().asExpression());
            }
        }
        if (target.kind() == ScopeKind.RESOURCE_GROUP) {
            parts.add(Value.of("/resourceGroups/").asExpression());
            parts.add(target.name().asExpression());
        }
        parts.add(Value.of("/providers/").asExpression());
        parts.add(scope.asExpression());
        return Call.of(
                "if",
                Call.of("startsWith", scope.asExpression(), Value.of("/").asExpression()),
                scope.asExpression(),
                new Call("concat", parts));
    }

    /** The id, where it is known and a proper one. */
    Optional<ResourceId> resourceId() {
        return Target.text(id).flatMap(Identity::resourceIdOf);
    }

    // A resource group is printed by Microsoft's engine below /providers/; its id is the short one.
    private static Optional<ResourceId> resourceIdOf(String path) {
        String marker = "/providers/Microsoft.Resources/resourceGroups/";
        int at = path.toLowerCase(Locale.ROOT).indexOf(marker.toLowerCase(Locale.ROOT));
        boolean ofSubscription =
                at > 0
                        && path.indexOf('/', at + marker.length()) < 0
                        && Scope.parse(path.substring(0, at))
                                .filter(Scope.Subscription.class::isInstance)
                                .isPresent();
        return ofSubscription
                ? ResourceId.parse(
                        path.substring(0, at)
                                + "/resourceGroups/"
                                + path.substring(at + marker.length()))
                : ResourceId.parse(path);
    }
}
