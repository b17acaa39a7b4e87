package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.scenarios.CaseMembers.NotUnderstood;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in words, as the world file says them. */
final class ReportTimes {

    private static final Pattern AMOUNT =
            Pattern.compile("(?i)\\b(\\d+)\\s*(s|sec\\w*|min\\w*|m|h|hours?|days?)\\b");
    private static final Pattern ISO = Pattern.compile("\\bPT?[0-9][0-9DHMS.T]*\\b");

    private ReportTimes() {}

    /**
     * How long a write takes.
     *
     * @param scope whose newest deployment "the deployment" is
     */
    static Json takes(String words, ReportNames names, String scope) {
        if (words.matches("(?i).*\\b(hangs?|never ends?|for ever|forever)\\b.*")) {
            return JsonObject.of("after", moment("started", "/never"));
        }
        Optional<Duration> amount = amount(words);
        if (words.matches("(?i).*\\bafter\\b.*")) {
            Optional<Json> moment = moment(words.substring(afterOf(words)), names, scope);
            if (moment.isPresent()) {
                return JsonObject.of(
                        "after",
                        moment.get(),
                        "plus",
                        Json.of(amount.orElse(Duration.ZERO).toString()));
            }
        }
        return Json.of(
                amount.orElseThrow(
                                () -> new NotUnderstood("The time '" + words + "' is not known."))
                        .toString());
    }

    private static int afterOf(String words) {
        return words.toLowerCase(Locale.ROOT).indexOf("after") + "after".length();
    }

    static Optional<Duration> amount(String words) {
        Matcher iso = ISO.matcher(words);
        if (iso.find()) {
            try {
                return Optional.of(Duration.parse(iso.group()));
            } catch (DateTimeParseException e) {
                throw new NotUnderstood("The time '" + words + "' is not known.");
            }
        }
        Matcher amount = AMOUNT.matcher(words);
        if (!amount.find()) {
            return Optional.empty();
        }
        long count = Long.parseLong(amount.group(1));
        return Optional.of(
                switch (amount.group(2).toLowerCase(Locale.ROOT).charAt(0)) {
                    case 's' -> Duration.ofSeconds(count);
                    case 'm' -> Duration.ofMinutes(count);
                    case 'h' -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    /**
     * The moment that words such as "vnet-slow is being made" or "the deployment has failed" mean;
     * empty if they name nothing.
     */
    static Optional<Json> moment(String words, ReportNames names, String scope) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("interruption") || lower.contains("interrupted")) {
            return Optional.of(moment("started", ReportWorld.MARKER));
        }
        Optional<String> about = names.named(words).stream().findFirst();
        if (about.isEmpty() && lower.contains("deployment")) {
            about = Optional.of(ReportScript.deploymentOf(scope));
        }
        if (about.isEmpty() && lower.matches(".*\\bcancel\\w*.*")) {
            return Optional.of(moment("cancelled", ReportScript.deploymentOf(scope)));
        }
        return about.map(id -> moment(kind(lower), id));
    }

    private static String kind(String lower) {
        if (lower.matches(".*\\bcancel\\w*.*")) {
            return "cancelled";
        }
        if (lower.matches(".*\\bfail\\w*.*|.*\\brefused\\b.*")) {
            return "failed";
        }
        return lower.matches(".*\\b(is|are) being\\b.*|.*\\b(start|beg[iau]n)\\w*.*")
                ? "started"
                : "ended";
    }

    static Json moment(String kind, String id) {
        return JsonObject.of(kind, Json.of(id));
    }
}
