package dev.belay.workflow.definition;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

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
        try {
            var uri = new URI(text);
            return List.of("http", "https").contains(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
