package dev.belay.template.expansion;

import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Index;
import dev.belay.template.expression.Expression.IntegerLiteral;
import dev.belay.template.expression.ExpressionParser;
import dev.belay.template.value.ScopeKind;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scope that a template's resources go to. Its names may be left to the deployment.
 *
 * @param subscription the subscription's id, for subscriptions and resource groups
 * @param name the name of the resource group or management group
 */
record Target(ScopeKind kind, Value subscription, Value name) {

    static final Target TENANT = new Target(ScopeKind.TENANT, Value.of(""), Value.of(""));

    static Target of(Scope scope) {
        return switch (scope) {
            case Scope.Tenant _ -> TENANT;
            case Scope.ManagementGroup(var name) ->
                    new Target(ScopeKind.MANAGEMENT_GROUP, Value.of(""), Value.of(name));
            case Scope.Subscription(var id) ->
                    new Target(ScopeKind.SUBSCRIPTION, Value.of(id), Value.of(""));
            case Scope.ResourceGroup(var subscription, var name) ->
                    new Target(ScopeKind.RESOURCE_GROUP, Value.of(subscription), Value.of(name));
        };
    }

    /** The scope, where nothing in it is left to the deployment. */
    Optional<Scope> scope() {
        Optional<String> id = text(subscription);
        Optional<String> named = text(name);
        if (id.isEmpty() || named.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind) {
            case TENANT -> Optional.of(Scope.TENANT);
            case MANAGEMENT_GROUP -> Scope.parse(managementGroup(named.get()));
            case SUBSCRIPTION -> Scope.parse("/subscriptions/" + id.get());
            case RESOURCE_GROUP ->
                    Scope.parse("/subscriptions/" + id.get() + "/resourceGroups/" + named.get());
        };
    }

    /** The path of the scope as it is printed, also where it is no proper scope. */
    Optional<String> path() {
        Optional<String> id = text(subscription);
        Optional<String> named = text(name);
        if (id.isEmpty() || named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind) {
                    case TENANT -> "";
                    case MANAGEMENT_GROUP -> managementGroup(named.get());
                    case SUBSCRIPTION -> "/subscriptions/" + id.get();
                    case RESOURCE_GROUP ->
                            "/subscriptions/" + id.get() + "/resourceGroups/" + named.get();
                });
    }

    /** The expression that yields the id of a resource here: {@code resourceId(…)} and its kin. */
    Value idExpression(String type, Value resourceName) {
        List<Expression> arguments = new ArrayList<>();
        String function =
                switch (kind) {
                    case TENANT -> "tenantResourceId";
                    case MANAGEMENT_GROUP -> "managementGroupResourceId";
                    case SUBSCRIPTION -> "subscriptionResourceId";
                    case RESOURCE_GROUP -> "resourceId";
                };
        switch (kind) {
            case TENANT -> {}
            case MANAGEMENT_GROUP -> arguments.add(name.asExpression());
            case SUBSCRIPTION -> arguments.add(subscription.asExpression());
            case RESOURCE_GROUP -> {
                arguments.add(subscription.asExpression());
                arguments.add(name.asExpression());
            }
        }
        arguments.add(Value.of(type).asExpression());
        arguments.addAll(segments(type, resourceName));
        return new Value.Deferred(new Call(function, arguments));
    }

    /** One expression per segment of the name. */
    static List<Expression> segments(String type, Value name) {
        int count = type.split("/", -1).length - 1;
        Optional<String> known = text(name);
        if (known.isPresent()) {
            return Names.segments(known.get()).stream()
                    .map(segment -> Value.of(segment).asExpression())
                    .toList();
        }
        if (count == 1) {
            return List.of(name.asExpression());
        }
        List<Expression> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new Index(pieces(name.asExpression()), new IntegerLiteral(i)));
        }
        return parts;
    }

    /** The non-empty pieces of a name that only the deployment knows. */
    static Expression pieces(Expression name) {
        return Call.of(
                "filter",
                Call.of("split", name, Value.of("/").asExpression()),
                ExpressionParser.parse("lambda('x', not(empty(lambdaVariables('x'))))"));
    }

    private static String managementGroup(String name) {
        return "/providers/Microsoft.Management/managementGroups/" + name;
    }

    static Optional<String> text(Value value) {
        return value.known().flatMap(Json::asText);
    }
}
