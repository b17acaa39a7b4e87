package dev.belay.template.expansion;

import dev.belay.arm.Scope;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.ScopeKind;
import dev.belay.template.value.Value;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The scope that a nested deployment goes to, by its {@code scope}, {@code subscriptionId} and
 * {@code resourceGroup}. Evidence: engine, family {@code scopes}.
 */
record DeploymentTarget(Naming naming) {

    private static final Pattern GUID =
            Pattern.compile("\\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}?");

    Target target() {
        Optional<Target> byScope = naming.text("scope").flatMap(this::ofScope);
        if (byScope.isPresent()) {
            return byScope.get();
        }
        Optional<Value> subscription = naming.text("subscriptionId").filter(DeploymentTarget::says);
        Optional<Value> group = naming.text("resourceGroup").filter(DeploymentTarget::says);
        subscription
                .flatMap(Target::text)
                .ifPresent(
                        id ->
                                checkSubscription(
                                        id,
                                        group.isPresent()
                                                ? "resourceid"
                                                : "subscriptionresourceid"));
        Target base = naming.base();
        boolean hasSubscription =
                subscription.isPresent()
                        || base.kind() == ScopeKind.SUBSCRIPTION
                        || base.kind() == ScopeKind.RESOURCE_GROUP;
        if (group.isPresent() && hasSubscription) {
            return new Target(
                    ScopeKind.RESOURCE_GROUP,
                    subscription.orElse(base.subscription()),
                    group.get());
        }
        return subscription
                .map(id -> new Target(ScopeKind.SUBSCRIPTION, id, Value.of("")))
                .orElse(base);
    }

    private Optional<Target> ofScope(Value scope) {
        Optional<String> text = Target.text(scope);
        if (text.isEmpty() || text.get().isEmpty()) {
            return Optional.empty();
        }
        if (text.get().equals("/")) {
            return Optional.of(Target.TENANT);
        }
        String path = text.get().startsWith("/") ? text.get() : "/" + text.get();
        return Scope.parse(path).or(() -> Scope.parse("/providers" + path)).map(Target::of);
    }

    private static boolean says(Value value) {
        return !value.isNull() && Target.text(value).filter(String::isEmpty).isEmpty();
    }

    private static void checkSubscription(String id, String link) {
        if (!GUID.matcher(id).matches()) {
            throw TemplateFault.of(
                    "The provided value '"
                            + id
                            + "' is not valid subscription identifier. Please see"
                            + " https://aka.ms/arm-resource-functions/#"
                            + link
                            + " for"
                            + " usage details.");
        }
    }
}
