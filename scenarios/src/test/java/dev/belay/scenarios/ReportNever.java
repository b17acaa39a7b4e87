package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not happen, in words: the requests that were sent, the texts that were shown and the
 * report are searched for it. A sentence that no rule knows is said to be unjudged.
 */
final class ReportNever {

    private static final Pattern CODE = Pattern.compile("^\"?([A-Z][a-z]+(?:[A-Z][a-zA-Z]+)+)\\b");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final int MOST_TRIES = 4;

    private final ReportNames names;
    private final ReportRun.Outcome outcome;
    private final List<Rule> rules;

    /** What a rule says of a sentence. */
    sealed interface Answer {
        record Kept() implements Answer {}

        record Broken(String how) implements Answer {}

        record NotJudged() implements Answer {}
    }

    /** A kind of sentence, and how it is judged: empty if it was kept, else how it was broken. */
    private record Rule(Pattern sentence, Function<String, Optional<String>> judge) {}

    ReportNever(ReportCase all, ReportNames names, ReportRun.Outcome outcome) {
        this.names = names;
        this.outcome = outcome;
        this.rules = rules(all);
    }

    private List<Rule> rules(ReportCase all) {
        return List.of(
                rule(
                        "^(an? )?(DELETE|deletion|deleting).*(records?|history)\\b",
                        _ ->
                                sent(
                                        "a record is deleted",
                                        a -> a.method().equals("DELETE") && a.deployment())),
                rule("\\bundo\\b.*\\b(new )?deployment record", _ -> deploymentsAfterFirst()),
                rule("^(an? |any )?(DELETE|deletion|deleting|removing)\\b", this::deletion),
                rule("^(an? |any )?(write|PUT|PATCH)\\b.* (of|to)\\b", this::write),
                rule(
                        "\\b(retry loop|retries without end|endless|tr(y|ies) for ever)\\b",
                        _ -> loop()),
                rule(
                        "^an undo: nothing was written",
                        _ -> sent("a write is sent", ReportScene.Asked::writes)),
                rule("^an undo while the deployment is still running", _ -> undoneWhileRunning()),
                rule(
                        "^(an? )?undo\\b",
                        _ ->
                                steps().isEmpty()
                                        ? Optional.empty()
                                        : Optional.of("something is undone")),
                rule("\\brestored without residue\\b", _ -> verdict("RESTORED")),
                rule("^ending while .* still\\b", this::endedWhileRunning),
                rule("\\bas the end of the undo\\b", this::endOfUndo),
                rule("^an output named\\b", this::output),
                rule(
                        "^asking only the contents of the group",
                        _ -> asked(ReportNever::isGroupItself, all)),
                rule(
                        "new deploy into this group that does not mention the unfinished",
                        _ -> unmentioned()),
                rule("^a change to the files of the user", _ -> changed(all)),
                rule(
                        "\\b(un-?escaping|evaluating) a text value of the parameter file",
                        _ -> Optional.empty()),
                rule("^only adding the missing entry", _ -> Optional.empty()),
                rule("^[A-Z][a-z]+([A-Z][a-zA-Z]+)+\\b", this::code),
                rule("\\b(success|COMMITTED|exit 0)\\b", _ -> exitZero()),
                rule("\"[^\"]+\"", this::text));
    }

    private static boolean isGroupItself(ReportScene.Asked asked) {
        return asked.method().equals("GET")
                && asked.path().matches("(?i)/subscriptions/[^/]+/resourcegroups/[^/]+");
    }

    private static Rule rule(String sentence, Function<String, Optional<String>> judge) {
        return new Rule(Pattern.compile(sentence, Pattern.CASE_INSENSITIVE), judge);
    }

    /** Whether a sentence was broken. */
    Answer broken(String sentence) {
        for (Rule rule : rules) {
            boolean code = rule.sentence().pattern().startsWith("^[A-Z]");
            boolean meant =
                    code ? CODE.matcher(sentence).find() : rule.sentence().matcher(sentence).find();
            if (meant) {
                try {
                    return rule.judge()
                            .apply(sentence)
                            .<Answer>map(Answer.Broken::new)
                            .orElseGet(Answer.Kept::new);
                } catch (CaseMembers.NotUnderstood _) {
                    return new Answer.NotJudged();
                }
            }
        }
        return new Answer.NotJudged();
    }

    private Optional<String> sent(String how, Predicate<ReportScene.Asked> bad) {
        return outcome.asked().stream().filter(bad).findFirst().map(one -> how + ": " + one);
    }

    private Set<String> about(String sentence) {
        Set<String> ids = names.named(sentence);
        if (ids.isEmpty()) {
            throw new CaseMembers.NotUnderstood(sentence);
        }
        return ids;
    }

    private Optional<String> deletion(String sentence) {
        String what = sentence.replaceFirst(":.*| \\(.*", "");
        Set<String> ids = about(what);
        // while it is being made, ARM refuses: a deletion that came too early is one refused
        boolean early = what.matches("(?i).*\\bwhile\\b.*");
        return sent(
                "it is sent",
                one ->
                        one.method().equals("DELETE")
                                && ids.stream().anyMatch(one::about)
                                && !(early && one.accepted()));
    }

    private Optional<String> write(String sentence) {
        Set<String> ids = about(sentence.replaceFirst(":.*| \\(.*", ""));
        return sent("it is sent", one -> one.writes() && ids.stream().anyMatch(one::about));
    }

    private Optional<String> deploymentsAfterFirst() {
        List<ReportScene.Asked> sent =
                outcome.asked().stream()
                        .filter(one -> one.method().equals("PUT") && one.deployment())
                        .toList();
        return sent.size() > 1 ? Optional.of(sent.toString()) : Optional.empty();
    }

    private Optional<String> loop() {
        for (ReportScene.Asked one : outcome.asked()) {
            long same = outcome.asked().stream().filter(one::equals).count();
            if (one.status() >= 400 && one.status() != 404 && same > MOST_TRIES) {
                return Optional.of(same + " times " + one);
            }
        }
        return Optional.empty();
    }

    private Optional<String> undoneWhileRunning() {
        List<String> lines = outcome.printed().lines().toList();
        int ended = place(lines, ".*\\b(canceled|failed|succeeded)\\s+the deployment.*");
        int undoing = place(lines, ".*\\bundoing\\b.*step.*");
        return undoing >= 0 && (ended < 0 || undoing < ended)
                ? Optional.of("the undo begins before the deployment's end is told")
                : Optional.empty();
    }

    private static int place(List<String> lines, String pattern) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).toLowerCase(Locale.ROOT).matches(pattern)) {
                return i;
            }
        }
        return -1;
    }

    /** The word restored, and the thing still there, would be just that. */
    private Optional<String> endedWhileRunning(String sentence) {
        boolean there =
                names.named(sentence).stream()
                        .map(id -> outcome.after().getOrDefault(id, Json.nullValue()))
                        .anyMatch(body -> !body.isNull());
        return there ? verdict("RESTORED") : Optional.empty();
    }

    private Optional<String> verdict(String bad) {
        return outcome.report()
                .flatMap(report -> report.textAt("/verdict"))
                .filter(bad::equals)
                .map(word -> "the verdict is " + word);
    }

    private List<Json> steps() {
        return outcome.report()
                .flatMap(report -> report.at("/steps"))
                .flatMap(Json::asArray)
                .map(JsonArray::items)
                .orElse(List.of());
    }

    /** Whether the last step on any resource ended with the code. */
    private Optional<String> endOfUndo(String sentence) {
        Matcher code = CODE.matcher(sentence);
        if (!code.find()) {
            throw new CaseMembers.NotUnderstood(sentence);
        }
        var last = new java.util.LinkedHashMap<String, String>();
        for (Json step : steps()) {
            last.put(step.textAt("/id").orElse(""), step.textAt("/error/code").orElse(""));
        }
        return last.containsValue(code.group(1))
                ? Optional.of("a step ended with it")
                : Optional.empty();
    }

    private Optional<String> output(String sentence) {
        Matcher name = QUOTED.matcher(sentence);
        if (!name.find()) {
            throw new CaseMembers.NotUnderstood(sentence);
        }
        return outcome.report()
                .flatMap(report -> report.at("/outputs/" + name.group(1)))
                .map(value -> "it is " + value.toText());
    }

    private Optional<String> asked(Predicate<ReportScene.Asked> wanted, ReportCase all) {
        return outcome.asked().stream().anyMatch(wanted)
                ? Optional.empty()
                : Optional.of("nobody asks it in " + all.id());
    }

    /** A deployment that comes while one is unfinished must name that one. */
    private Optional<String> unmentioned() {
        List<ReportRun.Called> called = outcome.called();
        if (called.size() < 3) {
            return Optional.empty();
        }
        ReportRun.Called second = called.get(1);
        String id = outcome.report().flatMap(r -> r.textAt("/transaction")).orElse("none");
        boolean mentioned = second.ran().exit() == 6 && second.printed().contains(id);
        return mentioned ? Optional.empty() : Optional.of("it says " + second.printed());
    }

    private Optional<String> changed(ReportCase all) {
        return outcome.files().entrySet().stream()
                .filter(
                        file ->
                                !java.util.Arrays.equals(
                                        file.getValue(), bytes(all, file.getKey())))
                .findFirst()
                .map(file -> file.getKey() + " is another");
    }

    private static byte[] bytes(ReportCase all, String name) {
        try {
            return java.nio.file.Files.readAllBytes(all.folder().resolve(name));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Optional<String> code(String sentence) {
        Matcher code = CODE.matcher(sentence);
        return code.find() && outcome.printed().contains(code.group(1))
                ? Optional.of("it is shown")
                : Optional.empty();
    }

    private Optional<String> exitZero() {
        return outcome.called().getLast().ran().exit() == 0
                ? Optional.of("it exits 0")
                : Optional.empty();
    }

    private Optional<String> text(String sentence) {
        var found = new ArrayList<String>();
        for (Matcher quoted = QUOTED.matcher(sentence); quoted.find(); ) {
            if (outcome.printed().contains(quoted.group(1))) {
                found.add(quoted.group(1));
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of("it shows " + found);
    }
}
