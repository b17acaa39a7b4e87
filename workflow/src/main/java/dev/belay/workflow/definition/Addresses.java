package dev.belay.workflow.definition;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Checks web addresses as far as they are known before the run. */
final class Addresses {

    private Addresses() {}

    /** Whether it is {@code http(s)://host…} or holds expressions; a problem if not. */
    static boolean check(String key, Templated address, Problems problems) {
        String text = address.json().asText().orElse("");
        if (!address.isPlain() || isSound(text)) {
            return true;
        }
        problems.add(
                address.where(),
                "'" + key + "' must be an http or https address, not '" + text + "'.",
                "Write https://host/path.");
        return false;
    }

    private static boolean isSound(String text) {
        return web(text).isPresent();
    }

    /** The {@code http} or {@code https} address of a host that the text is. */
    static Optional<URI> web(String text) {
        try {
            var uri = new URI(text);
            boolean web =
                    "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
