package dev.belay.template.function.string;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URIs as .NET's {@code Uri} reads and joins them, RFC 3986 at heart. Evidence: engine. */
final class UriText {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(//([^/?#]*))?([^?#]*)(\\?[^#]*)?(#.*)?",
                    Pattern.DOTALL);
    private static final String KEPT = "/?#[]@!$&'()*+,;=:%";

    private UriText() {}

    /**
     * @param authority with user and port, empty if there is none
     * @param query with its question mark
     * @param fragment with its hash
     */
    record Parts(
            String scheme, Optional<String> authority, String path, String query, String fragment) {

        static Parts of(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new IllegalStateException("The form matches every text: " + text);
            }
            return new Parts(
                    group(form, 1).toLowerCase(Locale.ROOT),
                    Optional.ofNullable(form.group(3)),
                    group(form, 4),
                    group(form, 5),
                    group(form, 6));
        }

        private static String group(Matcher form, int group) {
            String found = form.group(group);
            return found == null ? "" : found;
        }

        boolean isAbsolute() {
            return !scheme.isEmpty();
        }

        String text() {
            String shownPath = authority.isPresent() && path.isEmpty() ? "/" : path;
            String shownQuery = scheme.equals("ftp") ? query.replace("?", "%3F") : query;
            return scheme
                    + ":"
                    + authority.map(each -> "//" + host(each)).orElse("")
                    + PercentCoding.encode(shownPath + shownQuery + fragment, KEPT);
        }

        private String host(String whole) {
            int at = whole.lastIndexOf('@') + 1;
            String host = whole.substring(at).toLowerCase(Locale.ROOT);
            String port = scheme.equals("https") ? ":443" : scheme.equals("http") ? ":80" : ":";
            return whole.substring(0, at)
                    + (host.endsWith(port)
                            ? host.substring(0, host.length() - port.length())
                            : host);
        }
    }

    /** A path with what may not stand in it percent-encoded. */
    static String encoded(String path) {
        return PercentCoding.encode(path, KEPT);
    }

    /** The relative URI as seen from the base; empty where the base has no hierarchy to join to. */
    static Optional<String> resolve(Parts base, Parts relative) {
        if (relative.isAbsolute()) {
            return Optional.of(
                    new Parts(
                                    relative.scheme(),
                                    relative.authority(),
                                    withoutDots(relative.path()),
                                    relative.query(),
                                    relative.fragment())
                            .text());
        }
        if (relative.authority().isPresent()) {
            return Optional.of(
                    new Parts(
                                    base.scheme(),
                                    relative.authority(),
                                    withoutDots(relative.path()),
                                    relative.query(),
                                    relative.fragment())
                            .text());
        }
        if (relative.path().isEmpty()) {
            boolean same = relative.query().isEmpty();
            String fragment =
                    same && relative.fragment().isEmpty() ? base.fragment() : relative.fragment();
            return Optional.of(
                    new Parts(
                                    base.scheme(),
                                    base.authority(),
                                    base.path(),
                                    same ? base.query() : relative.query(),
                                    fragment)
                            .text());
        }
        if (base.authority().isEmpty()) {
            return Optional.empty();
        }
        String path =
                relative.path().startsWith("/")
                        ? relative.path()
                        : folder(base.path()) + relative.path();
        return Optional.of(
                new Parts(
                                base.scheme(),
                                base.authority(),
                                withoutDots(path),
                                relative.query(),
                                relative.fragment())
                        .text());
    }

    private static String folder(String path) {
        return path.isEmpty() ? "/" : path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String withoutDots(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = path.split("/", -1);
        for (int at = 0; at < segments.length; at++) {
            boolean last = at == segments.length - 1;
            if (segments[at].equals("..")) {
                if (kept.size() > 1) {
                    kept.removeLast();
                }
            } else if (!segments[at].equals(".")) {
                kept.add(segments[at]);
                continue;
            }
            if (last) {
                kept.add("");
            }
        }
        return String.join("/", kept);
    }
}
