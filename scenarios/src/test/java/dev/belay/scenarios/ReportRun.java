package dev.belay.scenarios;

import dev.belay.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs one errand of a case in one of its ways, in a world of its own. */
final class ReportRun {

    private static final long LONGEST_SECONDS = 60;

    private final ReportCase all;
    private final ReportCase.Errand errand;
    private final ReportEvents events;
    private final ReportNames names;

    ReportRun(ReportCase all, ReportCase.Errand errand, ReportEvents events, ReportNames names) {
        this.all = all;
        this.errand = errand;
        this.events = events;
        this.names = names;
    }

    /** A command and how it ended. */
    record Called(List<String> words, Scene.Ran ran) {

        String printed() {
            return ran.out() + ran.err();
        }
    }

    /**
     * What came of it.
     *
     * @param called the commands in order; the last one is judged, with all that was printed
     * @param before bodies by id; JSON null where nothing stood
     * @param asked the requests of the commands
     * @param files the case's files as they are now
     * @param report as the store tells it; empty if there is no transaction
     */
    record Outcome(
            List<Called> called,
            Map<String, Json> before,
            Map<String, Json> after,
            List<ReportScene.Asked> asked,
            Map<String, byte[]> files,
            Optional<Json> report) {

        String printed() {
            var text = new StringBuilder();
            called.forEach(one -> text.append(one.printed()));
            return text.toString();
        }
    }

    ReportVerdict run(Path folder) {
        var words = new ReportWords(all, errand);
        List<List<String>> commands = words.commands();
        String scope = ReportWords.path(commands.getFirst());
        ReportScript script = ReportScript.of(errand, events, names, scope);
        try (var scene =
                ReportScene.start(
                        made(folder), all.folder(), ReportWorld.of(all.setup(), script))) {
            var look = new ReportLook(scene.outside(), names);
            Map<String, Json> before = look.at(errand.expected().state());
            int asked = scene.asked().size();
            List<Called> called = new ArrayList<>();
            for (List<String> command : commands) {
                called.add(called.isEmpty() ? first(scene, command) : call(scene, command));
            }
            events.signal()
                    .map(ReportEvents.Befalls::next)
                    .filter(next -> !next.isEmpty())
                    .ifPresent(next -> next(scene, words.commands(next).getFirst(), called));
            List<ReportScene.Asked> requests = scene.asked();
            var outcome =
                    new Outcome(
                            called,
                            before,
                            look.at(errand.expected().state()),
                            requests.subList(asked, requests.size()),
                            scene.files(all.folder()),
                            scene.report());
            return new ReportJudge(all, errand, names, look, outcome).verdict(expanded(scene));
        }
    }

    /** What the template expands to, if the case says anything of it. */
    private Optional<Json> expanded(ReportScene scene) {
        boolean shown =
                errand.expected().says().stream()
                        .anyMatch(say -> say.how() == Expectation.How.WHEREVER);
        if (errand.expected().expansion().isEmpty() && !shown) {
            return Optional.empty();
        }
        List<String> deploy = new ReportWords(all, errand).commands().getFirst();
        var expand = new ArrayList<>(List.of("template", "expand", "-o", "json"));
        expand.addAll(deploy.subList(deploy.getFirst().equals("template") ? 2 : 1, deploy.size()));
        Scene.Ran ran = scene.belay(expand);
        return ran.exit() == 0
                ? Optional.of(ran.events().getLast())
                : Optional.of(Json.of(ran.err()));
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Called first(ReportScene scene, List<String> command) {
        if (events.signal().isEmpty()) {
            return events.timeline().isEmpty()
                    ? call(scene, command)
                    : process(scene, command, Optional.empty());
        }
        return process(scene, command, events.signal());
    }

    /** What a new deployment says while the transaction is unfinished, then the next command. */
    private void next(ReportScene scene, List<String> next, List<Called> called) {
        called.add(process(scene, called.getFirst().words(), Optional.empty()));
        called.add(process(scene, next, Optional.empty()));
    }

    private static Called process(
            ReportScene scene, List<String> words, Optional<ReportEvents.Befalls> befalls) {
        try (BelayProcess process = scene.process(words)) {
            befalls.ifPresent(
                    signal -> {
                        if (!process.prints("(?m)^.*running.*\\b" + signal.about() + "\\b")) {
                            throw new AssertionError(
                                    "It ended before the signal: " + process.printed());
                        }
                        process.signal(signal.name());
                        scene.mark();
                    });
            int exit = process.exit();
            return new Called(words, new Scene.Ran(exit, process.printed(), ""));
        }
    }

    private static Called call(ReportScene scene, List<String> words) {
        var running = new FutureTask<>(() -> scene.belay(words));
        Thread.ofPlatform().daemon().start(running);
        try {
            return new Called(words, running.get(LONGEST_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException _) {
            throw new AssertionError("'" + String.join(" ", words) + "' does not end.");
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
