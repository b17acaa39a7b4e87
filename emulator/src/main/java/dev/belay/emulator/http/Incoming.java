package dev.belay.emulator.http;

import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.error.WireErrors;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.Headers;
import dev.belay.arm.wire.Method;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.http.ServerRequest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A request as it came over the socket. */
final class Incoming {

    /** The largest body. Evidence: documented (API request size 4,194,304 bytes). */
    static final int LARGEST_BODY = 4 << 20;

    /** How much more than the largest body is read before it is refused. */
    private static final long PATIENCE = 64L << 20;

    /** Those that concern the connection, or would put a secret where none is needed. */
    private static final Set<String> NOT_ARMS =
            Set.of(
                    "authorization",
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "keep-alive",
                    "transfer-encoding");

    private final ServerRequest request;
    private final String fallbackHost;

    Incoming(ServerRequest request, String fallbackHost) {
        this.request = request;
        this.fallbackHost = fallbackHost;
    }

    String method() {
        return request.prologue().method().text();
    }

    String path() {
        return request.prologue().uriPath().rawPath();
    }

    /** Without the question mark; empty for none. */
    String query() {
        HttpPrologue prologue = request.prologue();
        return prologue.hasQuery() ? prologue.query().rawValue() : "";
    }

    /**
     * The request for ARM, absolute at the origin that the client used, so that links in the answer
     * lead back the same way.
     *
     * @throws Refusal if it is wrong as HTTP already
     */
    ArmRequest read() throws Refusal {
        Method method = known(method());
        URI uri = uri();
        byte[] body = body();
        var headers = Headers.NONE;
        for (Header header : request.headers()) {
            if (!NOT_ARMS.contains(header.name().toLowerCase(Locale.ROOT))) {
                headers = headers.with(header.name(), header.get());
            }
        }
        Optional<String> text =
                body.length == 0
                        ? Optional.empty()
                        : Optional.of(new String(body, StandardCharsets.UTF_8));
        return new ArmRequest(method, uri, headers, text);
    }

    private Method known(String name) throws Refusal {
        return Arrays.stream(Method.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(405, ResourceErrors.httpMethodNotAllowed(name, path())));
    }

    private URI uri() throws Refusal {
        String host =
                request.headers()
                        .first(HeaderNames.HOST)
                        .filter(text -> !text.isBlank())
                        .orElse(fallbackHost);
        String target = path() + (query().isEmpty() ? "" : "?" + query());
        String scheme = request.isSecure() ? "https://" : "http://";
        try {
            return new URI(scheme + host + encoded(target));
        } catch (URISyntaxException _) {
            throw new Refusal(400, WireErrors.invalidRequestUri(target));
        }
    }

    /** ARM takes characters that belong encoded, a space in a filter for one (inferred). */
    private static String encoded(String target) {
        var text = new StringBuilder();
        for (byte each : target.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xFF);
            if (character <= ' ' || character >= 0x7F || "\"<>\\^`{|}[]#".indexOf(character) >= 0) {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    private byte[] body() throws Refusal {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream stream = request.content().inputStream()) {
            byte[] body = stream.readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                // a connection closed with bytes unread is reset, and the answer lost with it
                stream.skip(PATIENCE);
                throw new Refusal(413, WireErrors.requestContentTooLarge(LARGEST_BODY));
            }
            return body;
        } catch (IOException | UncheckedIOException _) {
            throw new Refusal(400, WireErrors.badRequest("its body ends too early."));
        }
    }
}
