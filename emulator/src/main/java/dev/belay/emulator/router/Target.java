package dev.belay.emulator.router;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.emulator.operation.MatchedRequest;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request taken apart.
 *
 * @param request as it came
 * @param origin its scheme and authority, else Azure's
 * @param path decoded; doubled slashes and one at the end removed (recorded: ARM takes them)
 * @param query decoded, names in lower case
 */
record Target(ArmRequest request, String origin, String path, Map<String, String> query) {

    /** The public cloud's endpoint: links of requests without an origin begin with it. */
    private static final String AZURE = "https://management.azure.com";

    static Target of(ArmRequest request) {
        URI uri = request.uri();
        String origin =
                uri.getRawAuthority() == null
                        ? AZURE
                        : uri.getScheme() + "://" + uri.getRawAuthority();
        String raw = uri.getPath() == null ? "" : uri.getPath();
        String path = raw.replaceAll("/{2,}", "/");
        String trimmed =
                path.length() > 1 && path.endsWith("/")
                        ? path.substring(0, path.length() - 1)
                        : path;
        return new Target(request, origin, trimmed, query(uri.getRawQuery()));
    }

    private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
        var query = new LinkedHashMap<String, String>();
        if (raw != null) {
            for (String part : raw.split("&", -1)) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    String name = decoded(part.substring(0, equals)).toLowerCase(Locale.ROOT);
                    query.put(name, decoded(part.substring(equals + 1)));
                }
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    List<String> segments() {
        return path.length() < 2 ? List.of() : Arrays.asList(path.substring(1).split("/", -1));
    }

    MatchedRequest matched(Map<String, String> variables) {
        return new MatchedRequest(request, origin, path, query, variables);
    }
}
