package dev.belay.arm.wire;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * One request to ARM. The body is text: comments and byte-order marks are part of what is sent.
 *
 * @param method the HTTP method
 * @param uri relative to the origin ({@code /subscriptions/…?api-version=…}) or absolute with it
 * @param headers without those that a transport adds itself (Host, Authorization, Content-Length)
 * @param body the text sent; empty for none
 */
public record ArmRequest(Method method, URI uri, Headers headers, Optional<String> body) {

    public ArmRequest {
        requireNonNull(method);
        requireNonNull(uri);
        requireNonNull(headers);
        requireNonNull(body);
    }

    public static ArmRequest get(URI uri) {
        return new ArmRequest(Method.GET, uri, Headers.NONE, Optional.empty());
    }

    public static ArmRequest of(Method method, URI uri) {
        return new ArmRequest(method, uri, Headers.NONE, Optional.empty());
    }

    public static ArmRequest of(Method method, URI uri, String body) {
        return new ArmRequest(method, uri, Headers.NONE, Optional.of(body));
    }

    public ArmRequest withHeader(String name, String value) {
        return new ArmRequest(method, uri, headers.with(name, value), body);
    }
}
