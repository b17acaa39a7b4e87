package dev.belay.emulator.rights;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.wire.Method;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a request asks for.
 *
 * @param action e.g. {@code Microsoft.Network/virtualNetworks/write}
 * @param scope the path over which
 */
record Wanted(String action, String scope) {

    private static final String GROUPS = "Microsoft.Resources/subscriptions/resourceGroups";

    Wanted {
        requireNonNull(action);
        requireNonNull(scope);
    }

    /**
     * Empty where everybody may ask: the lists of what one may see, providers, the progress of
     * operations.
     *
     * @param segments of the path, decoded
     */
    static Optional<Wanted> of(Method method, List<String> segments) {
        int providers = last(segments);
        if (providers < 0) {
            return outsideProviders(method, segments);
        }
        List<String> rest = segments.subList(providers + 1, segments.size());
        if (rest.size() < 2 || rest.stream().anyMatch(Wanted::tellsProgress)) {
            return Optional.empty();
        }
        if (method == Method.POST) {
            List<String> target = segments.subList(0, segments.size() - 1);
            String type = type(rest.subList(0, rest.size() - 1));
            return Optional.of(
                    new Wanted(type + "/" + segments.getLast() + "/action", path(target)));
        }
        return Optional.of(new Wanted(type(rest) + "/" + verb(method), path(segments)));
    }

    private static int last(List<String> segments) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).equalsIgnoreCase("providers")) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Wanted> outsideProviders(Method method, List<String> segments) {
        if (segments.size() < 4 || !segments.get(2).equalsIgnoreCase("resourcegroups")) {
            return Optional.empty();
        }
        String more =
                segments.size() == 4
                        ? ""
                        : "/" + String.join("/", segments.subList(4, segments.size()));
        return Optional.of(
                new Wanted(
                        GROUPS + more + "/" + (method == Method.POST ? "action" : verb(method)),
                        path(segments.subList(0, 4))));
    }

    private static boolean tellsProgress(String segment) {
        String lower = segment.toLowerCase(Locale.ROOT);
        return lower.equals("operationresults")
                || lower.equals("operationstatuses")
                || lower.equals("asyncoperations")
                || lower.equals("locations");
    }

    /** Of {@code [namespace, type, name, type, name]}: without the names. */
    private static String type(List<String> typed) {
        var type = new StringBuilder(typed.getFirst());
        for (int i = 1; i < typed.size(); i += 2) {
            type.append('/').append(typed.get(i));
        }
        return type.toString();
    }

    private static String path(List<String> segments) {
        return "/" + String.join("/", segments);
    }

    private static String verb(Method method) {
        return switch (method) {
            case GET, HEAD -> "read";
            case DELETE -> "delete";
            case PUT, PATCH -> "write";
            case POST -> "action";
        };
    }
}
