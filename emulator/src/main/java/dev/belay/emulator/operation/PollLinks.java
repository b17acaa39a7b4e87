package dev.belay.emulator.operation;

import dev.belay.arm.Scope;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.Hierarchy;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;

import java.util.Locale;
import java.util.Optional;

/** Where a long-running operation is polled. Evidence: recorded (arm-protocol 3, 12). */
final class PollLinks {

    private final String origin;
    private final World world;
    private final LongRunning operation;

    PollLinks(String origin, World world, LongRunning operation) {
        this.origin = origin;
        this.world = world;
        this.operation = operation;
    }

    /** The value of {@code Azure-AsyncOperation}. */
    String status() {
        if (managementGroup()) {
            return results("/asyncOperation/status");
        }
        return link(network() ? "operations" : "operationStatuses", "");
    }

    /** The value of {@code Location}. */
    String result() {
        if (managementGroup()) {
            return results("");
        }
        if (operation.polling() == LongRunning.Polling.ARM_JOB) {
            return origin
                    + subscription()
                    + "/operationresults/"
                    + operation.id()
                    + "?api-version="
                    + operation.apiVersion();
        }
        return storage() ? link("asyncoperations", "monitor=true&") : link("operationResults", "");
    }

    private boolean managementGroup() {
        return operation.target().type().equals(Hierarchy.GROUP);
    }

    private String results(String how) {
        return origin
                + "/providers/Microsoft.Management/operationResults/"
                + (operation.method() == Method.DELETE ? "delete" : "create")
                + how
                + "/managementGroups/"
                + operation.target().name()
                + "?api-version="
                + operation.apiVersion();
    }

    private String link(String kind, String query) {
        return origin
                + subscription()
                + "/providers/"
                + operation.target().type().namespace()
                + "/locations/"
                + location()
                + "/"
                + kind
                + "/"
                + operation.id()
                + "?"
                + query
                + "api-version="
                + operation.apiVersion();
    }

    private String subscription() {
        return operation.target().scope().subscription().map(Scope::path).orElse("");
    }

    private boolean network() {
        return isOf("Microsoft.Network");
    }

    private boolean storage() {
        return isOf("Microsoft.Storage");
    }

    private boolean isOf(String namespace) {
        return operation.target().type().namespace().equalsIgnoreCase(namespace);
    }

    private String location() {
        Optional<String> own = world.find(operation.target()).flatMap(StoredResource::location);
        Optional<String> before = operation.before().flatMap(StoredResource::location);
        return own.or(() -> before).orElse("westus").replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
