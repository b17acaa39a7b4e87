package dev.belay.emulator.typelist;

import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.WriteStyle;
import dev.belay.emulator.world.LongRunning.Polling;
import dev.belay.types.catalog.TypeFacts;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * How the providers' families answer writes. Evidence: recorded (arm-protocol 12) for the families
 * named here; inferred from the SDK's long-running verbs for all others. Durations are inferred.
 */
final class Families {

    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Duration STORAGE = Duration.ofSeconds(17);
    private static final Duration LONG = Duration.ofSeconds(30);

    /** Network types whose first answer shows the end state already. */
    private static final Set<String> SETTLED_AT_ONCE = Set.of("networkinterfaces", "loadbalancers");

    private Families() {}

    static WriteStyle style(ResourceType type, TypeFacts facts, Method method, boolean exists) {
        String segment = type.segments().getFirst().toLowerCase(Locale.ROOT);
        return switch (type.namespace().toLowerCase(Locale.ROOT)) {
            case "microsoft.storage" -> storage(type, method, exists);
            case "microsoft.network" -> network(segment, method, exists);
            case "microsoft.compute" -> compute(segment, method, exists);
            case "microsoft.keyvault", "microsoft.web" -> WriteStyle.immediate(200);
            case "microsoft.sql" -> sql(type, method);
            case "microsoft.authorization" -> authorization(segment, method, exists);
            case "microsoft.resources" -> created(method, segment.equals("templatespecs"), exists);
            default -> other(facts, method, exists);
        };
    }

    private static WriteStyle storage(ResourceType type, Method method, boolean exists) {
        if (!type.isChild() && method == Method.PUT && !exists) {
            return new WriteStyle(202, Polling.LOCATION, STORAGE, STORAGE, "Creating");
        }
        String last = type.name().toLowerCase(Locale.ROOT);
        boolean item = last.equals("containers") || last.equals("shares");
        return created(method, false, exists || !item);
    }

    private static WriteStyle network(String segment, Method method, boolean exists) {
        boolean settled = SETTLED_AT_ONCE.contains(segment);
        return switch (method) {
            case DELETE -> new WriteStyle(202, Polling.BOTH, SHORT, SHORT, "Deleting");
            case PUT ->
                    new WriteStyle(
                            exists ? 200 : 201,
                            Polling.ASYNC_OPERATION,
                            SHORT,
                            SHORT,
                            settled ? "Succeeded" : "Updating");
            case GET, HEAD, PATCH, POST -> WriteStyle.immediate(200);
        };
    }

    private static WriteStyle compute(String segment, Method method, boolean exists) {
        if (segment.equals("availabilitysets") || segment.equals("sshpublickeys")) {
            return WriteStyle.immediate(200);
        }
        boolean disk = segment.equals("disks") || segment.equals("snapshots");
        if (disk || method == Method.DELETE) {
            String busy = method == Method.DELETE ? "Deleting" : "Updating";
            return new WriteStyle(202, Polling.BOTH, SHORT, SHORT, busy);
        }
        return new WriteStyle(
                exists ? 200 : 201,
                Polling.ASYNC_OPERATION,
                LONG,
                SHORT,
                exists ? "Updating" : "Creating");
    }

    private static WriteStyle sql(ResourceType type, Method method) {
        boolean big =
                Set.of("servers", "databases", "elasticpools", "managedinstances")
                        .contains(type.name().toLowerCase(Locale.ROOT));
        String busy = method == Method.DELETE ? "Deleting" : "Creating";
        return big
                ? new WriteStyle(202, Polling.BOTH, LONG, Duration.ofSeconds(15), busy)
                : WriteStyle.immediate(200);
    }

    private static WriteStyle authorization(String segment, Method method, boolean exists) {
        boolean always =
                segment.equals("roleassignments")
                        || segment.equals("roledefinitions")
                        || segment.equals("policydefinitions")
                        || segment.equals("policyassignments");
        return created(method, always, exists);
    }

    private static WriteStyle created(Method method, boolean always, boolean exists) {
        boolean made = method == Method.PUT && (always || !exists);
        return WriteStyle.immediate(made ? 201 : 200);
    }

    private static WriteStyle other(TypeFacts facts, Method method, boolean exists) {
        if (!facts.longRunningVerbs().contains(method)) {
            return created(method, false, exists);
        }
        return method == Method.PUT
                ? new WriteStyle(
                        exists ? 200 : 201,
                        Polling.ASYNC_OPERATION,
                        SHORT,
                        SHORT,
                        exists ? "Updating" : "Creating")
                : new WriteStyle(
                        202,
                        Polling.BOTH,
                        SHORT,
                        SHORT,
                        method == Method.DELETE ? "Deleting" : "Updating");
    }
}
