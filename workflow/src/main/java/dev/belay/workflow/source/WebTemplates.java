package dev.belay.workflow.source;

import dev.belay.workflow.source.Fetched.Unavailable;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Templates behind web addresses. Messages name addresses without their query, which may hold an
 * access signature.
 */
final class WebTemplates implements AutoCloseable {

    /** ARM takes no larger template. */
    private static final int LARGEST = 4 << 20;

    private static final int MOST_REDIRECTS = 5;

    private final Duration timeout;
    private final HttpClient client;

    WebTemplates(Duration timeout) {
        this.timeout = timeout;
        this.client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(timeout)
                        .build();
    }

    Fetched fetch(String address) {
        Optional<URI> uri = uri(address);
        if (uri.isEmpty()) {
            return Unavailable.of(
                    "'" + Addresses.shown(address) + "' is no http or https address.");
        }
        URI here = uri.get();
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Asked asked = ask(here);
            if (asked instanceof Asked.Failed(var unavailable)) {
                return unavailable;
            }
            HttpResponse<byte[]> response = ((Asked.Answered) asked).response();
            if (response.statusCode() / 100 != 3) {
                return read(here, response);
            }
            Optional<URI> next = next(here, response);
            if (next.isEmpty()) {
                return Unavailable.of(
                        "'" + shown(here) + "' leads to no address that may be followed.",
                        "Give the address that it leads to.");
            }
            here = next.get();
        }
        return Unavailable.of(
                "'"
                        + Addresses.shown(address)
                        + "' leads on more than "
                        + MOST_REDIRECTS
                        + " times.");
    }

    private sealed interface Asked {
        record Answered(HttpResponse<byte[]> response) implements Asked {}

        record Failed(Unavailable unavailable) implements Asked {}
    }

    private Asked ask(URI uri) {
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("Accept", "application/json, */*;q=0.5").build();
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return new Asked.Answered(sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return failed(uri, "cannot be fetched: " + reason(e) + ".");
        } catch (TimeoutException _) {
            sent.cancel(true);
            return failed(
                    uri, "was not answered within " + timeout.toMillis() / 1000.0 + " seconds.");
        } catch (InterruptedException _) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return failed(uri, "was not fetched: interrupted.");
        }
    }

    private static Asked failed(URI uri, String what) {
        return new Asked.Failed(Unavailable.of("'" + shown(uri) + "' " + what));
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = cause.getMessage();
        if (cause instanceof IOException
                && message != null
                && message.contains("exceeds capacity")) {
            return "it is larger than " + LARGEST + " bytes";
        }
        return message == null ? "nothing listens there" : message;
    }

    /** Where a redirect leads; never from https to http. */
    private static Optional<URI> next(URI here, HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Location")
                .flatMap(WebTemplates::parsed)
                .map(here::resolve)
                .filter(next -> uri(next.toString()).isPresent())
                .filter(
                        next ->
                                !"https".equals(here.getScheme())
                                        || "https".equals(next.getScheme()));
    }

    private static Fetched read(URI uri, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 404 || status == 410) {
            return Unavailable.of("There is nothing at '" + shown(uri) + "' (" + status + ").");
        }
        if (status != 200) {
            return Unavailable.of("'" + shown(uri) + "' answered " + status + ".");
        }
        try {
            String text = DiskFiles.text(ByteBuffer.wrap(response.body()));
            return isPage(text, response)
                    ? Unavailable.of(
                            "'" + shown(uri) + "' is a web page, no template.",
                            "Give the address of the file itself, not of the page that shows it.")
                    : new Fetched.Template(text, shown(uri), Optional.empty());
        } catch (CharacterCodingException _) {
            return Unavailable.of("What stands at '" + shown(uri) + "' is no text in UTF-8.");
        }
    }

    private static boolean isPage(String text, HttpResponse<byte[]> response) {
        String type =
                response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || text.stripLeading().startsWith("<");
    }

    private static Optional<URI> uri(String address) {
        return parsed(address)
                .filter(uri -> uri.getScheme() != null && uri.getHost() != null)
                .filter(
                        uri ->
                                List.of("http", "https")
                                        .contains(uri.getScheme().toLowerCase(Locale.ROOT)));
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static String shown(URI uri) {
        return Addresses.shown(uri.toString());
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
