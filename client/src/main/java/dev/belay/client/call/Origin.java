package dev.belay.client.call;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where ARM is. Links in answers are followed only if they lead to the same origin.
 *
 * @param base scheme, host and port, without a path
 */
public record Origin(URI base) {

    /** The public cloud; the embedded ARM in process writes its links with it. */
    public static final Origin PUBLIC = new Origin(URI.create("https://management.azure.com"));

    /** The origin of an address; its path does not matter. */
    public static Origin of(URI address) {
        return new Origin(address.resolve("/"));
    }

    /**
     * Without a slash at the end, e.g. {@code http://127.0.0.1:8080}; the same for the same ARM.
     */
    public String text() {
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return fold(base.getScheme()) + "://" + fold(base.getHost()) + port;
    }

    /** The link as a request's address relative to the origin; empty if it leads elsewhere. */
    public Optional<URI> follow(String link) {
        try {
            URI uri = URI.create(link.strip());
            if (uri.isAbsolute() && !same(uri)) {
                return Optional.empty();
            }
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return path.startsWith("/") ? Optional.of(URI.create(path + query)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private boolean same(URI uri) {
        return fold(uri.getScheme()).equals(fold(base.getScheme()))
                && fold(uri.getHost()).equals(fold(base.getHost()))
                && port(uri) == port(base);
    }

    private static String fold(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return fold(uri.getScheme()).equals("https") ? 443 : 80;
    }
}
