package dev.belay.scenarios;

import dev.belay.json.Json;
import dev.belay.json.JsonReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A case made after what people reported: a world, what was done, what must be left and said. The
 * form is that of the README of the folder of reports.
 *
 * @param errands what is done, each in a world of its own: the action, and what stands in {@code
 *     also}
 */
record ReportCase(
        Path folder,
        String id,
        String spread,
        String scope,
        List<CaseMembers> setup,
        List<Errand> errands) {

    /**
     * One action on the world of the setup.
     *
     * @param label empty for the case's own action
     * @param command as typed or in words
     */
    record Errand(
            String label,
            String command,
            Optional<String> template,
            Optional<String> parameters,
            String mode,
            List<CaseMembers> timing,
            List<CaseMembers> events,
            List<Refused> refused,
            Expectation expected) {}

    /**
     * A write that ARM refuses.
     *
     * @param scripted whether the world must be told; else a faithful ARM does it by itself
     * @param write its method and id
     * @param undo whether it is the way back that meets it
     */
    record Refused(
            boolean scripted,
            CaseMembers write,
            int status,
            String code,
            List<String> codeAlso,
            String message,
            Optional<String> stage,
            Optional<Json> onlyWhen,
            boolean undo) {

        /** Whether it is refused whenever it is sent: what the way back meets stands in its way. */
        boolean again() {
            return undo && onlyWhen.flatMap(limit -> limit.at("/nth")).isEmpty();
        }

        /** The codes that may be shown for it. */
        List<String> codes() {
            var codes = new ArrayList<>(codeAlso);
            codes.addFirst(code);
            return codes;
        }
    }

    /** All cases of a folder, by name. */
    static List<Path> folders(Path all) {
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("case.json")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws CaseMembers.NotUnderstood if anything in it is not known
     */
    static ReportCase read(Path folder) {
        CaseMembers all = CaseMembers.of("case", json(folder.resolve("case.json")));
        all.only(
                "id",
                "kind",
                "spread",
                "scope",
                "summary",
                "why_it_hurts",
                "setup",
                "action",
                "failure",
                "expected");
        List<Refused> refused = refused(all.list("failure"), false);
        CaseMembers action = all.member("action").orElseThrow();
        action.only(
                "command", "template", "parameters", "mode", "timing", "events", "also", "name");
        var errands = new ArrayList<Errand>();
        errands.add(errand("", action, Optional.empty(), refused, all));
        for (CaseMembers also : action.list("also")) {
            also.only(
                    "command",
                    "template",
                    "parameters",
                    "mode",
                    "timing",
                    "events",
                    "failure",
                    "expected");
            List<Refused> own =
                    also.get("failure").isPresent()
                            ? refused(also.list("failure"), false)
                            : refused;
            errands.add(errand("also " + errands.size(), also, Optional.of(action), own, also));
        }
        return new ReportCase(
                folder,
                all.text("id").orElse(folder.getFileName().toString()),
                all.text("spread").orElse(""),
                all.text("scope").orElse("resource group"),
                all.list("setup"),
                errands);
    }

    static Json json(Path file) {
        try {
            return JsonReader.lenient().read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Errand errand(
            String label,
            CaseMembers action,
            Optional<CaseMembers> main,
            List<Refused> refused,
            CaseMembers holder) {
        return new Errand(
                label,
                action.required("command"),
                action.text("template").or(() -> main.flatMap(m -> m.text("template"))),
                action.text("parameters").or(() -> main.flatMap(m -> m.text("parameters"))),
                action.text("mode")
                        .or(() -> main.flatMap(m -> m.text("mode")))
                        .orElse("Incremental"),
                action.list("timing"),
                action.list("events"),
                refused,
                Expectation.read(holder.member("expected").orElseThrow()));
    }

    private static List<Refused> refused(List<CaseMembers> failures, boolean undo) {
        var all = new ArrayList<Refused>();
        for (CaseMembers failure : failures) {
            failure.only(
                    "by",
                    "write",
                    "status",
                    "code",
                    "codeAlso",
                    "message",
                    "onlyWhen",
                    "stage",
                    "undo",
                    "first");
            all.addAll(refused(failure.list("first"), undo));
            if (failure.get("write").isPresent()) {
                all.add(one(failure, undo));
            }
            all.addAll(refused(failure.list("undo"), true));
        }
        return all;
    }

    private static Refused one(CaseMembers failure, boolean undo) {
        String by = failure.text("by").orElse("rule");
        if (!by.equals("rule") && !by.equals("script")) {
            throw new CaseMembers.NotUnderstood(failure.where() + "/by: '" + by + "'.");
        }
        return new Refused(
                by.equals("script"),
                failure.member("write").orElseThrow().only("method", "id", "type", "nth"),
                failure.text("status").map(Integer::parseInt).orElse(409),
                failure.text("code").orElse(""),
                failure.texts("codeAlso"),
                failure.text("message").orElse(""),
                failure.text("stage"),
                failure.get("onlyWhen"),
                undo);
    }
}
