package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.scenarios.CaseMembers.NotUnderstood;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What happens meanwhile, in one of the ways in which a case may run.
 *
 * @param label empty if there is only one way
 * @param timeline requests of others, for the world file
 * @param signal what befalls the process
 */
record ReportEvents(String label, List<Json> timeline, Optional<Befalls> signal) {

    private static final Pattern REQUEST =
            Pattern.compile(
                    "(GET|PUT|PATCH|POST|DELETE) (\\S+)(?:\\s+(?:with |body )?(\\{.*}))?(.*)");
    private static final Pattern SIGNAL =
            Pattern.compile("(?i)\\bSIG(TERM|INT|KILL)\\b|\\b(Ctrl-?C|kill(?:ed)?)\\b");

    /**
     * A signal.
     *
     * @param name e.g. {@code TERM}
     * @param when the case's words for the moment
     * @param about the name of the resource that is being written then
     * @param next what is called afterwards; empty for nothing
     */
    record Befalls(String name, String when, String about, String next) {}

    /** Every way in which the case may run; one without events if it has none. */
    static List<ReportEvents> ways(List<CaseMembers> events, ReportNames names, String scope) {
        var ways = List.of(new ReportEvents("", List.of(), Optional.empty()));
        for (CaseMembers event : events) {
            event.only(
                    "when",
                    "at",
                    "do",
                    "by",
                    "request",
                    "op",
                    "id",
                    "method",
                    "apiVersion",
                    "body");
            List<ReportEvents> of = event(event, names, scope);
            var more = new ArrayList<ReportEvents>();
            for (ReportEvents before : ways) {
                of.forEach(one -> more.add(before.and(one)));
            }
            ways = List.copyOf(more);
        }
        return ways;
    }

    private ReportEvents and(ReportEvents more) {
        var all = new ArrayList<>(timeline);
        all.addAll(more.timeline);
        return new ReportEvents((label + " " + more.label).strip(), all, signal.or(more::signal));
    }

    private static List<ReportEvents> event(CaseMembers event, ReportNames names, String scope) {
        String when = event.text("when").or(() -> event.text("at")).orElse("PT0S");
        Optional<String> words = event.get("do").flatMap(Json::asText);
        if (words.isEmpty()) {
            return List.of(
                    new ReportEvents(
                            "",
                            timeline(when, request(event), by(event, ""), names, scope),
                            Optional.empty()));
        }
        String all = words.get();
        if (!all.startsWith("one of")) {
            return List.of(way("", all, when, event, names, scope));
        }
        var ways = new ArrayList<ReportEvents>();
        for (String one : all.substring(all.indexOf(':') + 1).split(";", -1)) {
            char letter = (char) ('a' + ways.size());
            ways.add(way("(" + letter + ")", one.strip(), when, event, names, scope));
        }
        return ways;
    }

    private static ReportEvents way(
            String label,
            String act,
            String when,
            CaseMembers event,
            ReportNames names,
            String scope) {
        Matcher request = REQUEST.matcher(act);
        if (request.find()) {
            var asked =
                    JsonObject.builder()
                            .put("method", request.group(1))
                            .put("path", path(request.group(2), names, scope));
            Optional.ofNullable(request.group(3))
                    .ifPresent(body -> asked.put("body", JsonReader.lenient().read(body)));
            return new ReportEvents(
                    label,
                    timeline(when, asked.build(), by(event, request.group(4)), names, scope),
                    Optional.empty());
        }
        Matcher signal = SIGNAL.matcher(act);
        if (!signal.find()) {
            throw new NotUnderstood("The event '" + act + "' is not known.");
        }
        String name =
                Optional.ofNullable(signal.group(1))
                        .orElse(
                                act.toLowerCase(java.util.Locale.ROOT).contains("kill")
                                        ? "KILL"
                                        : "INT");
        String about =
                names.named(when).stream()
                        .findFirst()
                        .map(id -> id.substring(id.lastIndexOf('/') + 1))
                        .orElseThrow(
                                () -> new NotUnderstood("The moment '" + when + "' is not known."));
        int next =
                act.indexOf("belay ", act.indexOf("then") < 0 ? act.length() : act.indexOf("then"));
        return new ReportEvents(
                label,
                List.of(),
                Optional.of(
                        new Befalls(
                                name.toUpperCase(java.util.Locale.ROOT),
                                when,
                                about,
                                next < 0 ? "" : act.substring(next))));
    }

    private static String by(CaseMembers event, String words) {
        return event.text("by")
                .orElseGet(
                        () ->
                                words.contains("by ")
                                        ? words.substring(words.indexOf("by ") + 3).strip()
                                        : "somebody else");
    }

    private static String path(String path, ReportNames names, String scope) {
        String full =
                path.matches("(…|\\.\\.\\.).*/deployments/\\{name}.*")
                        ? "${deployment:" + scope + "}" + path.substring(path.indexOf('}') + 1)
                        : names.id(path).orElse(path);
        String version =
                full.contains("/providers/") && !full.contains("${")
                        ? names.version(OutsideReader.typeOf(full)).orElse("2021-04-01")
                        : "2021-04-01";
        return full.contains("api-version") ? full : full + "?api-version=" + version;
    }

    private static JsonObject request(CaseMembers event) {
        CaseMembers from = event.member("do").or(() -> event.member("request")).orElse(event);
        String method =
                from.text("method")
                        .or(() -> from.text("op").map(op -> op.toUpperCase(java.util.Locale.ROOT)))
                        .orElseThrow(() -> new NotUnderstood(from.where() + " is no request."));
        String path = from.text("path").or(() -> from.text("id")).orElseThrow();
        String version = from.text("apiVersion").orElse("2021-04-01");
        return JsonObject.builder()
                .put("method", method)
                .put("path", path.contains("api-version") ? path : path + "?api-version=" + version)
                .put("body", from.get("body"))
                .build();
    }

    /** The request, and behind it the runner's mark that it has happened. */
    private static List<Json> timeline(
            String when, JsonObject request, String by, ReportNames names, String scope) {
        Optional<Json> moment = ReportTimes.moment(when, names, scope);
        var all = new ArrayList<Json>();
        JsonObject mark =
                JsonObject.builder()
                        .put("method", "PUT")
                        .put("path", ReportWorld.MARKER + "?api-version=2022-01-01")
                        .put(
                                "body",
                                JsonReader.strict()
                                        .read("{\"location\":\"westus\",\"properties\":{}}"))
                        .build();
        for (JsonObject one : List.of(request, mark)) {
            var event = JsonObject.builder();
            moment.ifPresentOrElse(
                    trigger -> event.put("after", trigger),
                    () ->
                            event.put(
                                    "at",
                                    ReportTimes.amount(when)
                                            .orElseThrow(
                                                    () ->
                                                            new NotUnderstood(
                                                                    "The moment '"
                                                                            + when
                                                                            + "' is not known."))
                                            .toString()));
            all.add(event.put("by", by).put("request", one).build());
        }
        return all;
    }
}
