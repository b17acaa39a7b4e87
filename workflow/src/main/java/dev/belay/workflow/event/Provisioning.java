package dev.belay.workflow.event;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.Scope;
import dev.belay.json.JsonObject;
import dev.belay.transaction.snapshot.Fields;

/**
 * What an attempt of a provisioning step deploys.
 *
 * @param transaction the id of its transaction
 * @param scope the root scope
 * @param mode {@code Incremental} or {@code Complete}
 * @param deployment the deployment's name
 */
public record Provisioning(String transaction, Scope scope, String mode, String deployment) {

    public Provisioning {
        requireNonNull(transaction);
        requireNonNull(scope);
        requireNonNull(mode);
        requireNonNull(deployment);
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("transaction", transaction)
                .put("scope", scope.path())
                .put("mode", mode)
                .put("deployment", deployment)
                .build();
    }

    /**
     * Reads a stored one.
     *
     * @throws IllegalStateException if it is none
     */
    public static Provisioning of(Fields fields) {
        String path = fields.text("scope");
        return new Provisioning(
                fields.text("transaction"),
                Scope.parse(path)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Not a stored scope: '" + path + "'.")),
                fields.text("mode"),
                fields.text("deployment"));
    }
}
