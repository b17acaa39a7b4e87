package dev.belay.emulator.operation;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.wire.ArmRequest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose path fits an operation.
 *
 * @param request as it came
 * @param origin scheme and authority to build absolute links with, e.g. {@code
 *     https://management.azure.com}
 * @param path the decoded path, doubled slashes and the one at the end removed, otherwise as sent
 * @param query the query's decoded values, by name in lower case
 * @param variables what stood at the pattern's places, by their names
 */
public record MatchedRequest(
        ArmRequest request,
        String origin,
        String path,
        Map<String, String> query,
        Map<String, String> variables) {

    public MatchedRequest {
        requireNonNull(request);
        requireNonNull(origin);
        requireNonNull(path);
        query = Map.copyOf(query);
        variables = Map.copyOf(variables);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The {@code api-version}; the router refuses requests without one. */
    public String apiVersion() {
        return query("api-version").orElse("");
    }

    /**
     * What stood at a place of the pattern.
     *
     * @throws IllegalArgumentException if the pattern has no such place
     */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The pattern has no place '" + name + "'.");
        }
        return value;
    }

    /** The non-empty segments of the path. */
    public List<String> segments() {
        return path.length() < 2 ? List.of() : List.of(path.substring(1).split("/", -1));
    }
}
