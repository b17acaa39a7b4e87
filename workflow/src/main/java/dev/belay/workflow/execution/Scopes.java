package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.Subscriptions;
import dev.belay.json.JsonObject;
import dev.belay.workflow.definition.ScopeText;
import dev.belay.workflow.definition.Templated;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.journal.RunEntry;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The scopes that a workflow's provisioners name. */
final class Scopes {

    private final ArmClient client;
    private final Optional<String> subscription;
    private final Supplier<Optional<String>> tenant;
    private final Values values;

    /**
     * @param subscription of scopes that name none
     * @param tenant the tenant that is deployed to; empty where ARM does not say
     */
    Scopes(
            ArmClient client,
            Optional<String> subscription,
            Supplier<Optional<String>> tenant,
            Values values) {
        this.client = client;
        this.subscription = subscription;
        this.tenant = tenant;
        this.values = values;
    }

    static Scopes of(RunSession session, Values values) {
        return new Scopes(
                session.outside().outside().client(),
                session.state().opened().flatMap(RunEntry.RunOpened::subscription),
                () -> Optional.of(session.lease().tenant()),
                values);
    }

    /** What a scope of the file comes to. */
    sealed interface Resolved {

        /**
         * @param location where ARM keeps the deployment's record; empty in resource groups
         */
        record At(Scope scope, Optional<String> location) implements Resolved {}

        record Refused(ArmError error) implements Resolved {}
    }

    Resolved of(ScopeText scope) {
        return switch (scope) {
            case ScopeText.OfGroup(var group, var subscription) ->
                    subscription.isPresent()
                            ? inGroup(text(subscription.get()), text(group))
                            : inGroup(text(group));
            case ScopeText.OfSubscription(var subscription, var location) ->
                    new Resolved.At(
                            new Scope.Subscription(text(subscription)),
                            Optional.of(text(location)));
            case ScopeText.OfManagementGroup(var name, var location) ->
                    new Resolved.At(
                            new Scope.ManagementGroup(text(name)), Optional.of(text(location)));
            case ScopeText.OfTenant(var tenant, var location) ->
                    inTenant(tenant.map(this::text), text(location));
        };
    }

    private String text(Templated templated) {
        return Texts.open(templated, values);
    }

    private static Resolved inGroup(String subscription, String group) {
        return new Resolved.At(new Scope.ResourceGroup(subscription, group), Optional.empty());
    }

    private Resolved inGroup(String group) {
        if (subscription.isPresent()) {
            return inGroup(subscription.get(), group);
        }
        List<String> known = subscriptions();
        return known.size() == 1
                ? inGroup(known.getFirst(), group)
                : new Resolved.Refused(
                        ArmError.of(
                                "SubscriptionUnknown",
                                "The resource group '"
                                        + group
                                        + "' is named without a subscription, and there is not"
                                        + " exactly one; name it in the scope or on the command"
                                        + " line."));
    }

    private List<String> subscriptions() {
        return switch (new Subscriptions(client).list()) {
            case ReadList.Items(var items) ->
                    items.stream()
                            .map((JsonObject item) -> item.textAt("/subscriptionId"))
                            .flatMap(Optional::stream)
                            .toList();
            case ReadList.Refused _, ReadList.NoAnswer _ -> List.of();
        };
    }

    private Resolved inTenant(Optional<String> named, String location) {
        String own = tenant.get().orElse("unknown");
        return named.filter(id -> !id.equalsIgnoreCase(own)).isPresent()
                ? new Resolved.Refused(
                        ArmError.of(
                                "OtherTenant",
                                "The run is in the tenant '"
                                        + own
                                        + "', not in '"
                                        + named.get()
                                        + "'."))
                : new Resolved.At(Scope.TENANT, Optional.of(location));
    }
}
