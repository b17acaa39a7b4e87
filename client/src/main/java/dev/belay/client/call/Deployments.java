package dev.belay.client.call;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.Method;

/** Deployments at a scope. Bodies are text, because a template is sent as it was written. */
public final class Deployments {

    /** Knows tags on deployments (recorded). */
    private static final String VERSION = "api-version=2021-04-01";

    private final ArmClient client;

    public Deployments(ArmClient client) {
        this.client = client;
    }

    public static ResourceId id(Scope scope, String name) {
        return ResourceId.of(scope, ResourceType.DEPLOYMENT, name);
    }

    /** ARM's own preflight: 200 with what it understood, or the refusal. It changes nothing. */
    public Written validate(ResourceId deployment, String body) {
        return Written.of(
                client.ask(
                        ArmRequest.of(
                                        Method.POST,
                                        ArmClient.address(deployment.path() + "/validate", VERSION),
                                        body)
                                .withHeader("Content-Type", "application/json")));
    }

    /** Sends the deployment. */
    public Written begin(ResourceId deployment, String body) {
        return Written.of(
                client.send(
                        ArmRequest.of(
                                        Method.PUT,
                                        ArmClient.address(deployment.path(), VERSION),
                                        body)
                                .withHeader("Content-Type", "application/json")));
    }

    public Read get(ResourceId deployment) {
        return Read.of(
                deployment,
                "2021-04-01",
                client.send(ArmRequest.get(ArmClient.address(deployment.path(), VERSION))));
    }

    /** The operations that ARM has recorded so far, newest first. */
    public ReadList operations(ResourceId deployment) {
        return Pages.read(client, ArmClient.address(deployment.path() + "/operations", VERSION));
    }

    /** Asks for the end of a running deployment; what providers have in hand goes on. */
    public Written cancel(ResourceId deployment) {
        return Written.of(
                client.send(
                        ArmRequest.of(
                                Method.POST,
                                ArmClient.address(deployment.path() + "/cancel", VERSION))));
    }

    public ReadList list(Scope scope) {
        return Pages.read(
                client,
                ArmClient.address(scope.path() + "/providers/" + ResourceType.DEPLOYMENT, VERSION));
    }
}
