package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.scenarios.CaseMembers.NotUnderstood;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges what came of an errand by what the case expects. */
final class ReportJudge {

    private static final Pattern PRINCIPAL = Pattern.compile("\\{principalId of ([^}\"]+)}");

    private final ReportCase all;
    private final ReportCase.Errand errand;
    private final Expectation expected;
    private final ReportNames names;
    private final ReportLook look;
    private final ReportRun.Outcome outcome;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unjudged = new ArrayList<>();
    private int checks;

    ReportJudge(
            ReportCase all,
            ReportCase.Errand errand,
            ReportNames names,
            ReportLook look,
            ReportRun.Outcome outcome) {
        this.all = all;
        this.errand = errand;
        this.expected = errand.expected();
        this.names = names;
        this.look = look;
        this.outcome = outcome;
    }

    /**
     * @param expanded what {@code belay template expand} printed; a text if it failed
     */
    ReportVerdict verdict(Optional<Json> expanded) {
        exits();
        codes();
        expected.expansion().ifPresent(value -> expansion(value, expanded.orElse(Json.of(""))));
        expected.state().forEach(this::state);
        expected.says().forEach(say -> say(say, expanded));
        var never = new ReportNever(all, names, outcome);
        for (String rule : expected.never()) {
            checks++;
            switch (never.broken(rule)) {
                case ReportNever.Answer.Kept _ -> {}
                case ReportNever.Answer.Broken(var how) ->
                        wrong.add("never '" + rule + "': " + how);
                case ReportNever.Answer.NotJudged _ -> {
                    checks--;
                    unjudged.add("never '" + rule + "'");
                }
            }
        }
        return new ReportVerdict(wrong, unjudged, checks);
    }

    private void check(boolean right, String otherwise) {
        checks++;
        if (!right) {
            wrong.add(otherwise);
        }
    }

    private void exits() {
        List<ReportRun.Called> called = outcome.called();
        if (expected.next().isEmpty()) {
            exit(called.getLast(), expected.classes());
            return;
        }
        if (called.size() < 2) {
            throw new NotUnderstood("The case expects something of a next command; there is none.");
        }
        exit(called.getFirst(), expected.classes());
        exit(called.getLast(), expected.next());
    }

    private void exit(ReportRun.Called called, List<String> classes) {
        if (classes.isEmpty()) {
            return;
        }
        Set<Integer> right = new HashSet<>();
        String verb = called.words().getFirst();
        classes.forEach(word -> right.addAll(codes(verb, word)));
        check(
                right.contains(called.ran().exit()),
                "'belay "
                        + String.join(" ", called.words())
                        + "' exits "
                        + called.ran().exit()
                        + ", not "
                        + right
                        + " ("
                        + String.join(" or ", classes)
                        + "): "
                        + lastLines(called.printed()));
    }

    private static Set<Integer> codes(String verb, String word) {
        boolean undoes = verb.equals("rollback");
        return switch (word) {
            case "ok" -> Set.of(0);
            case "bad-input" -> Set.of(2, 6);
            case "failed-restored" -> Set.of(undoes ? 0 : 3);
            case "failed-residue" -> Set.of(4);
            case "failed-not-restored" -> Set.of(5);
            default -> throw new NotUnderstood("The class of exit '" + word + "' is not known.");
        };
    }

    private static String lastLines(String printed) {
        List<String> lines = printed.lines().filter(line -> !line.isBlank()).toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }

    private void codes() {
        var shown = new ArrayList<String>();
        for (String code : expected.codes()) {
            boolean seen = instead(code).stream().anyMatch(this::printed);
            if (seen) {
                shown.add(code);
            } else if (!expected.anyCode()) {
                check(false, "the code " + code + " is not shown");
            }
        }
        if (!expected.codes().isEmpty()) {
            check(!shown.isEmpty(), "none of the codes " + expected.codes() + " is shown");
        }
    }

    /** A code, and those that the service is known to give instead of it. */
    private List<String> instead(String code) {
        return errand.refused().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(ReportCase.Refused::codes)
                .orElse(List.of(code));
    }

    private boolean printed(String text) {
        return outcome.printed().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private void expansion(Json value, Json expanded) {
        Optional<JsonObject> result = expanded.asObject();
        if (result.isEmpty()) {
            check(false, "the template does not expand: " + expanded.asText().orElse(""));
            return;
        }
        CaseMembers wanted = CaseMembers.of("expansion", value).only("resources", "outputs");
        List<Json> resources = items(result.get(), "resources");
        if (wanted.get("resources").isPresent()) {
            check(
                    resources.size() == wanted.items("resources").size(),
                    "it expands to "
                            + resources.stream().map(r -> r.textAt("/id").orElse("")).toList());
        }
        for (CaseMembers resource : wanted.list("resources")) {
            resource.only("id", "body", "apiVersion", "dependsOn", "type", "name");
            Optional<Json> actual =
                    resources.stream()
                            .filter(
                                    r ->
                                            r.textAt("/id")
                                                    .orElse("")
                                                    .equalsIgnoreCase(resource.required("id")))
                            .findFirst();
            check(actual.isPresent(), resource.required("id") + " is not in the expansion");
            actual.ifPresent(
                    found ->
                            resource.get("body")
                                    .ifPresent(
                                            body ->
                                                    same(
                                                            "the body of "
                                                                    + resource.required("id"),
                                                            body,
                                                            found.at("/body")
                                                                    .orElse(Json.object()))));
        }
        wanted.get("outputs").ifPresent(outputs -> outputs(outputs, result.get()));
    }

    private void outputs(Json wanted, JsonObject expanded) {
        var plain = JsonObject.builder();
        expanded.get("outputs")
                .flatMap(Json::asObject)
                .orElse(Json.object())
                .members()
                .forEach((name, output) -> plain.put(name, output.at("/value").orElse(output)));
        same("the outputs", wanted, plain.build());
    }

    private void same(String what, Json wanted, Json actual) {
        check(wanted.equals(actual), what + " are " + actual.toText() + ", not " + wanted.toText());
    }

    private static List<Json> items(JsonObject object, String name) {
        return object.get(name).flatMap(Json::asArray).map(JsonArray::items).orElse(List.of());
    }

    private void state(Expectation.State state) {
        String id = state.id();
        if (state.is().startsWith("no resource")) {
            List<String> found = look.ofType(id);
            check(found.isEmpty(), "there is " + found);
            return;
        }
        Json now = outcome.after().getOrDefault(id, Json.nullValue());
        switch (state.is()) {
            case "present" -> check(!now.isNull(), id + " is not there");
            case "absent" -> check(now.isNull(), id + " is there");
            case "equal-to-before" -> {
                Json before = outcome.before().getOrDefault(id, Json.nullValue());
                List<String> differences = look.differences(id, before, now);
                check(differences.isEmpty(), id + " is not as before: " + differences);
            }
            case "properties" -> check(!now.isNull(), id + " is not there");
            default -> throw new NotUnderstood("The state '" + state.is() + "' is not known.");
        }
        state.properties()
                .ifPresent(
                        values -> {
                            List<String> missing = look.missing(now, filled(values));
                            check(missing.isEmpty(), id + ": " + missing);
                        });
    }

    /** Puts the values that the server gave for the README's placeholders. */
    private Json filled(Json values) {
        Matcher place = PRINCIPAL.matcher(values.toText());
        return place.find()
                ? JsonReader.strict()
                        .read(
                                place.replaceAll(
                                        found ->
                                                Matcher.quoteReplacement(
                                                        look.principalId(
                                                                names.id(found.group(1))
                                                                        .orElse(found.group(1))))))
                : values;
    }

    private void say(Expectation.Say say, Optional<Json> expanded) {
        switch (say.how()) {
            case TEXT -> check(printed(say.text()), "nothing says '" + say.text() + "'");
            case MEANING ->
                    check(
                            ReportMeaning.conveyed(say.text(), outcome.printed()),
                            "nothing tells the meaning '" + say.text() + "'");
            case WHEREVER -> {
                // shown by the template's expansion; elsewhere it may be missing, but not mangled
                check(
                        expanded.map(Json::toText).orElse("").contains(say.text()),
                        "the expansion does not show '" + say.text() + "'");
                check(!mangled(say.text()), "'" + say.text() + "' is shown with other letters");
            }
        }
    }

    private boolean mangled(String text) {
        String letters =
                text.chars()
                        .mapToObj(
                                c ->
                                        c < 128
                                                ? Pattern.quote(Character.toString(c))
                                                : "[?\uFFFD\u00C3].{0,2}")
                        .collect(java.util.stream.Collectors.joining());
        return Pattern.compile(letters).matcher(outcome.printed()).find();
    }
}
