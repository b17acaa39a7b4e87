package dev.belay.scenarios;

import dev.belay.scenarios.CaseMembers.NotUnderstood;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command of a case, as typed or in words, as the words of a command line. */
final class ReportWords {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|[^\\s\"']+");
    private static final Pattern SCOPE =
            Pattern.compile("\\b(resource group|subscription|management group|tenant)\\b");
    private static final Pattern MANAGEMENT_GROUP =
            Pattern.compile("management group (?:scope,? )?\"?([\\w.()-]+)\"?");
    private static final Set<String> FLAGS =
            Set.of("--accept-deletions", "--lift-locks", "--dry-run", "--what-if");
    private static final Set<String> ON_ARM = Set.of("deploy", "rollback", "resume");

    private final ReportCase all;
    private final ReportCase.Errand errand;

    ReportWords(ReportCase all, ReportCase.Errand errand) {
        this.all = all;
        this.errand = errand;
    }

    /** Whether the command line asks something of ARM. */
    static boolean onArm(List<String> words) {
        return ON_ARM.contains(words.getFirst());
    }

    /** The command lines of the errand, one behind the other, without the word {@code belay}. */
    List<List<String>> commands() {
        return commands(errand.command());
    }

    List<List<String>> commands(String text) {
        var commands = new ArrayList<List<String>>();
        for (String one : text.split("\\s*(?:;|&&|,)?\\s*(?:\\bthen\\b:?)?\\s*(?=\\bbelay )", -1)) {
            if (one.startsWith("belay ")) {
                commands.add(command(one.substring("belay ".length()).strip()));
            } else if (!one.isBlank()) {
                throw new NotUnderstood("The command '" + one + "' does not begin with belay.");
            }
        }
        return commands;
    }

    private List<String> command(String text) {
        List<String> typed = words(text);
        boolean options = typed.stream().anyMatch(word -> word.matches("--?[a-z][a-z-]*"));
        String verb = typed.getFirst();
        boolean prose =
                text.contains(",") || text.matches(".*(?<![-\\w])(at|as|with|location)\\b.*");
        var words = new ArrayList<>(options && !prose ? typed : fromProse(verb, text));
        if (verb.equals("deploy")) {
            complete(words);
        }
        return words;
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            words.add(
                    Optional.ofNullable(word.group(1))
                            .or(() -> Optional.ofNullable(word.group(2)))
                            .orElse(word.group()));
        }
        return words;
    }

    /** What a deploy command needs and the case says elsewhere. */
    private void complete(List<String> words) {
        if (!has(words, "-f", "--template-file")) {
            errand.template().ifPresent(file -> words.addAll(List.of("-f", file)));
        }
        if (!has(words, "-p", "--parameters")) {
            errand.parameters().ifPresent(file -> words.addAll(List.of("-p", file)));
        }
        if (!has(words, "--mode") && !errand.mode().equalsIgnoreCase("Incremental")) {
            words.addAll(List.of("--mode", errand.mode()));
        }
        if (!has(words, "-g", "--resource-group", "--scope")) {
            words.addAll(scope(all.scope()));
        }
    }

    private static boolean has(List<String> words, String... options) {
        return List.of(options).stream().anyMatch(words::contains);
    }

    private List<String> fromProse(String verb, String text) {
        var words = new ArrayList<>(List.of(verb));
        String rest = text.substring(verb.length());
        if (SCOPE.matcher(rest).find()) {
            words.addAll(scope(rest));
        }
        option(rest, "\\bgroup (rg-[\\w.()-]+)", "-g", words);
        option(rest, "\\blocation \"?(\\w+)\"?", "--location", words);
        option(rest, "\\bname \"?([\\w.()-]+)\"?", "-n", words);
        option(rest, "\\bas (?:the )?(?:principal )?\"?([\\w.@-]+)\"?", "--as", words);
        option(rest, "\\bmode (Complete|Incremental)\\b", "--mode", words);
        options(rest, words);
        for (Matcher file = Pattern.compile("[\\w./-]+\\.json\\b").matcher(rest); file.find(); ) {
            boolean parameters =
                    errand.parameters().filter(file.group()::equals).isPresent()
                            || file.group().toLowerCase(Locale.ROOT).contains("param");
            if (!words.contains(file.group())) {
                words.addAll(List.of(parameters ? "-p" : "-f", file.group()));
            }
        }
        return words;
    }

    private static void option(String text, String pattern, String option, List<String> words) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (found.find() && !words.contains(option)) {
            words.addAll(List.of(option, found.group(1)));
        }
    }

    /** Options that stand as typed amid words. */
    private static void options(String text, List<String> words) {
        List<String> typed = words(text);
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i).replaceAll("[,;.]$", "");
            if (word.matches("--?[a-z][a-z-]*") && !words.contains(word)) {
                words.add(word);
                if (!FLAGS.contains(word) && i + 1 < typed.size()) {
                    words.add(typed.get(i + 1).replaceAll("[,;]$", ""));
                }
            }
        }
    }

    private List<String> scope(String text) {
        Matcher kind = SCOPE.matcher(text.toLowerCase(Locale.ROOT));
        if (!kind.find()) {
            throw new NotUnderstood("The scope '" + text + "' is not known.");
        }
        return switch (kind.group(1)) {
            case "resource group" -> List.of("-g", "rg-case");
            case "subscription" -> List.of("--scope", "sub");
            case "tenant" -> List.of("--scope", "tenant");
            default -> List.of("--scope", "mg", "--management-group", managementGroup(text));
        };
    }

    private String managementGroup(String text) {
        Matcher named = MANAGEMENT_GROUP.matcher(text);
        if (named.find() && !Set.of("scope", "location", "at").contains(named.group(1))) {
            return named.group(1);
        }
        return all.setup().stream()
                .filter(one -> one.required("op").equals("managementGroup"))
                .map(one -> one.text("id").or(() -> one.text("name")).orElseThrow())
                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow(() -> new NotUnderstood("'" + text + "' names no management group."));
    }

    /** The path of the scope that a deploy command deploys to. */
    static String path(List<String> words) {
        int group = Math.max(words.indexOf("-g"), words.indexOf("--resource-group"));
        if (group >= 0) {
            return Scene.SUBSCRIPTION + "/resourceGroups/" + words.get(group + 1);
        }
        int scope = words.indexOf("--scope");
        return switch (scope < 0 ? "rg" : words.get(scope + 1)) {
            case "sub" -> Scene.SUBSCRIPTION;
            case "mg" ->
                    "/providers/Microsoft.Management/managementGroups/"
                            + words.get(words.indexOf("--management-group") + 1);
            case "tenant" -> "/";
            default -> ReportNames.GROUP;
        };
    }
}
