package dev.belay.client.http;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.ArmTransport;
import dev.belay.arm.wire.Headers;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.client.call.Origin;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * ARM over HTTP/1.1. Requests go to one origin only; a redirect is never followed. Messages name
 * method and address without its query; no header and no body ever stands in them.
 */
public final class HttpArmTransport implements ArmTransport, AutoCloseable {

    /** The client sets these itself. */
    private static final Set<String> OWN =
            Set.of("host", "content-length", "connection", "expect", "upgrade");

    private final URI base;
    private final Origin origin;
    private final Duration timeout;
    private final HttpClient client;

    /**
     * @param base {@code http} or {@code https}, host and port; a path is left out
     * @param timeout the longest time from sending to the last byte of the answer
     */
    public HttpArmTransport(URI base, Duration timeout) {
        this.origin = Origin.of(base);
        this.base = origin.base();
        this.timeout = timeout;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(timeout)
                        .build();
    }

    @Override
    public ArmResponse send(ArmRequest request) throws NoAnswerException {
        URI address = address(request.uri());
        String asked = request.method() + " " + Received.withoutQuery(address.toString());
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(http(request, address), BodyHandlers.ofByteArray());
        try {
            return Received.answer(sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS), asked);
        } catch (ExecutionException e) {
            throw explained(e.getCause() == null ? e : e.getCause(), asked);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw late(asked, e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswerException(asked + " was interrupted.", e);
        }
    }

    /** Absolute at this origin. */
    private URI address(URI uri) throws NoAnswerException {
        URI relative =
                origin.follow(uri.toString())
                        .orElseThrow(
                                () ->
                                        new NoAnswerException(
                                                "'"
                                                        + Received.withoutQuery(uri.toString())
                                                        + "' is not at '"
                                                        + base
                                                        + "'; nothing was sent there."));
        return base.resolve(relative);
    }

    private static HttpRequest http(ArmRequest request, URI address) {
        HttpRequest.Builder http = HttpRequest.newBuilder(address);
        boolean typed = false;
        for (Headers.Field field : request.headers().fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (!OWN.contains(name)) {
                http.header(field.name(), field.value());
                typed |= name.equals("content-type");
            }
        }
        if (request.body().isPresent() && !typed) {
            http.header("Content-Type", "application/json");
        }
        return http.method(
                        request.method().name(),
                        request.body()
                                .map(BodyPublishers::ofString)
                                .orElseGet(BodyPublishers::noBody))
                .build();
    }

    private NoAnswerException explained(Throwable cause, String asked) {
        if (cause instanceof HttpConnectTimeoutException) {
            return late(asked, cause);
        }
        if (cause instanceof ConnectException || cause instanceof UnresolvedAddressException) {
            boolean unknown = cause.getCause() instanceof UnresolvedAddressException;
            return new NoAnswerException(
                    unknown
                            ? "There is no host '" + base.getHost() + "'."
                            : "Nothing listens at '" + origin(base) + "'.",
                    cause);
        }
        if (cause instanceof IOException) {
            return new NoAnswerException(
                    "The connection to '"
                            + origin(base)
                            + "' broke before the answer to "
                            + asked
                            + " was whole: "
                            + cause.getMessage()
                            + ".",
                    cause);
        }
        return new NoAnswerException(asked + " failed: " + cause + ".", cause);
    }

    private NoAnswerException late(String asked, Throwable cause) {
        return new NoAnswerException(
                asked + " was not answered within " + timeout.toMillis() / 1000.0 + " seconds.",
                cause);
    }

    private static String origin(URI base) {
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Ends its threads; requests that are not answered fail. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
