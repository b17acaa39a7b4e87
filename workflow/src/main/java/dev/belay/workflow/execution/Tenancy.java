package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Read;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.Subscriptions;

import java.util.Optional;

/** Which tenant a run deploys to. */
sealed interface Tenancy {

    record Known(String tenant) implements Tenancy {}

    /** ARM does not say. */
    record Refused(ArmError error) implements Tenancy {}

    /**
     * @param subscription that the run was given; its tenant counts
     */
    static Tenancy of(ArmClient client, Optional<String> subscription) {
        var subscriptions = new Subscriptions(client);
        return subscription
                .map(id -> of(subscriptions.get(new Scope.Subscription(id)), id))
                .orElseGet(() -> of(subscriptions.tenants()));
    }

    private static Tenancy of(Read read, String subscription) {
        return switch (read) {
            case Read.Found found ->
                    known(found.resource().body().textAt("/tenantId"), subscription);
            case Read.Missing(var error) -> new Refused(error);
            case Read.Refused(var error, _) -> new Refused(error);
            case Read.NoAnswer(var reason) -> new Refused(ArmError.of("NoAnswer", reason));
        };
    }

    private static Tenancy of(ReadList read) {
        return switch (read) {
            case ReadList.Items(var items) ->
                    known(
                            items.stream()
                                    .map(item -> item.textAt("/tenantId"))
                                    .flatMap(Optional::stream)
                                    .findFirst(),
                            "the signed-in account");
            case ReadList.Refused(var error, _) -> new Refused(error);
            case ReadList.NoAnswer(var reason) -> new Refused(ArmError.of("NoAnswer", reason));
        };
    }

    private static Tenancy known(Optional<String> tenant, String whose) {
        return tenant.<Tenancy>map(Known::new)
                .orElseGet(
                        () ->
                                new Refused(
                                        ArmError.of(
                                                "TenantUnknown",
                                                "ARM does not name a tenant of " + whose + ".")));
    }
}
