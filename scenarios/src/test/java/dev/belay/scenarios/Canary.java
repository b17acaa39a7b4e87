package dev.belay.scenarios;

import dev.belay.json.Json;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A secret that JSON, URLs and shells must escape, and the search for all the ways it could be
 * written down.
 */
final class Canary {

    static final String SECRET = "Zx;9*q\\\"T'7&é";

    private Canary() {}

    /** Every file below a folder, and every text, in which the secret stands in any form. */
    static List<String> found(Path folder, String... texts) throws IOException {
        var places = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (holds(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                    places.add(folder.relativize(file).toString());
                }
            }
        }
        for (String text : texts) {
            if (holds(
                    new String(
                            text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                places.add("text: " + text);
            }
        }
        return places;
    }

    private static boolean holds(String bytes) {
        return FORMS.stream().anyMatch(bytes::contains);
    }

    private static final Set<String> FORMS = forms();

    /** All forms, each byte of UTF-8 as one character. */
    private static Set<String> forms() {
        var forms = new LinkedHashSet<String>();
        forms.add(SECRET);
        String escaped = Json.of(SECRET).toText();
        String once = escaped.substring(1, escaped.length() - 1);
        String twice = Json.of(once).toText();
        for (String text : List.of(once, twice.substring(1, twice.length() - 1))) {
            forms.add(text);
            forms.add(text.replace("é", "\\u00e9"));
            forms.add(text.replace("é", "\\u00E9"));
            forms.add(text.replace("'", "\\u0027").replace("&", "\\u0026"));
        }
        forms.add(URLEncoder.encode(SECRET, StandardCharsets.UTF_8));
        forms.add(URLEncoder.encode(SECRET, StandardCharsets.UTF_8).replace("*", "%2A"));
        forms.add(SECRET.replace("é", "%C3%A9"));
        forms.add(SECRET.replace("'", "''"));
        forms.add(SECRET.replace("&", "&amp;").replace("\"", "&quot;").replace("'", "&#39;"));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = ("x".repeat(shift) + SECRET).getBytes(StandardCharsets.UTF_8);
            String base64 = Base64.getEncoder().encodeToString(shifted);
            forms.add(base64.substring(shift == 0 ? 0 : 4, base64.length() - 4));
            String url = Base64.getUrlEncoder().encodeToString(shifted);
            forms.add(url.substring(shift == 0 ? 0 : 4, url.length() - 4));
        }
        var bytes = new LinkedHashSet<String>();
        forms.forEach(
                form ->
                        bytes.add(
                                new String(
                                        form.getBytes(StandardCharsets.UTF_8),
                                        StandardCharsets.ISO_8859_1)));
        return bytes;
    }
}
